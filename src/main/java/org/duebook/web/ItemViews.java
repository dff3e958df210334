package org.duebook.web;

import java.util.List;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Item;
import org.duebook.catalog.LotSize;
import org.duebook.catalog.RoutingStep;
import org.duebook.shared.Quantity;
import org.duebook.web.api.model.AlternateDto;
import org.duebook.web.api.model.BatchSizeDto;
import org.duebook.web.api.model.BillDto;
import org.duebook.web.api.model.BillLineDto;
import org.duebook.web.api.model.ItemDto;
import org.duebook.web.api.model.LotDto;
import org.duebook.web.api.model.LotSizeDto;
import org.duebook.web.api.model.OutsideWorkDto;
import org.duebook.web.api.model.RoutingDto;
import org.duebook.web.api.model.RoutingStepDto;
import org.jspecify.annotations.Nullable;

/** Items, bills of material and routings as the contract shows them. */
final class ItemViews {

    private ItemViews() {}

    static ItemDto item(Item of) {
        ItemDto view = new ItemDto(
                        of.number().value(),
                        of.name(),
                        ItemDto.TypeEnum.valueOf(of.type().name()),
                        of.unit().code(),
                        Values.money(of.price()),
                        Values.money(of.cost()),
                        of.leadTimeDays(),
                        Values.quantity(of.minimumOrder()),
                        Values.quantity(of.orderMultiple()))
                .shortDescription(of.shortDescription())
                .supplier(of.supplier())
                .specification(Values.specification(of.specification()));
        return of.lotSize().equals(LotSize.ANY) ? view : view.lotSize(lotSize(of.lotSize()));
    }

    private static LotSizeDto lotSize(LotSize of) {
        return new LotSizeDto()
                .minimum(lot(of.minimum()))
                .multiple(lot(of.multiple()))
                .maximum(lot(of.maximum()));
    }

    private static @Nullable LotDto lot(@Nullable Quantity of) {
        return of == null ? null : new LotDto(of.amount(), of.unit().code());
    }

    static BillDto bill(List<BillLine> lines) {
        return new BillDto(Values.each(
                lines,
                line -> new BillLineDto(line.component().value(), Values.quantity(line.perUnit()), line.operation())));
    }

    static RoutingDto routing(List<RoutingStep> steps) {
        return new RoutingDto(Values.each(steps, ItemViews::step));
    }

    private static RoutingStepDto step(RoutingStep of) {
        RoutingStepDto view = new RoutingStepDto(
                        of.sequence(),
                        of.name(),
                        of.workCentre().value(),
                        of.setupState(),
                        of.runPerUnit().toString(),
                        of.runPerBatch().toString(),
                        of.transfer().toString())
                .alternates(Values.each(
                        of.alternates(),
                        alternate -> new AlternateDto(alternate.machine().value(), alternate.timeFactor())));
        Quantity batchSize = of.batchSize();
        if (batchSize != null) {
            view.batchSize(new BatchSizeDto(batchSize.amount(), batchSize.unit().code()));
        }
        RoutingStep.Outside outside = of.outside();
        return outside == null ? view : view.outside(new OutsideWorkDto(outside.supplier(), outside.days()));
    }
}
