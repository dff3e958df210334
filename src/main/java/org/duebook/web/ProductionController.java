package org.duebook.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.duebook.planning.EntryOutcome;
import org.duebook.planning.Planning;
import org.duebook.production.Operation;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.ProgressReport;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.web.api.ProductionApi;
import org.duebook.web.api.model.MachineTimeDto;
import org.duebook.web.api.model.MaterialNeedDto;
import org.duebook.web.api.model.OperationDto;
import org.duebook.web.api.model.ProductionOrderDto;
import org.duebook.web.api.model.ProductionOrderPageDto;
import org.duebook.web.api.model.ProgressDto;
import org.duebook.web.entries.EntryStories;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductionController implements ProductionApi {

    private final Production production;
    private final Planning planning;
    private final EntryStories stories;
    private final SignedIn signedIn;
    private final Clock clock;

    ProductionController(
            Production production, Planning planning, EntryStories stories, SignedIn signedIn, Clock clock) {
        this.production = production;
        this.planning = planning;
        this.stories = stories;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<ProductionOrderPageDto> listProductionOrders(
            @Nullable String order, @Nullable String after, Integer limit) {
        List<ProductionOrder> read = production.list(
                order == null ? null : new OrderNumber(order),
                after == null ? null : new ProductionOrderNumber(after),
                limit + 1);
        Page<ProductionOrder> page = Page.cut(read, limit, each -> each.number().value());
        return ResponseEntity.ok(
                new ProductionOrderPageDto(Values.each(page.items(), ProductionController::view)).next(page.next()));
    }

    @Override
    public ResponseEntity<ProductionOrderDto> getProductionOrder(String number) {
        return ResponseEntity.ok(production
                .find(new ProductionOrderNumber(number))
                .map(ProductionController::view)
                .orElseThrow(() -> Refusal.unknown("number", number, "a production order")));
    }

    @Override
    public ResponseEntity<ProductionOrderDto> reportProgress(
            String id, ProgressDto body, @Nullable String idempotencyKey) {
        Quantity good = Values.quantity(body.getGood());
        ProgressReport report = new ProgressReport(
                OperationId.parse(id),
                body.getMachine() == null ? null : new MachineCode(body.getMachine()),
                Objects.<Instant>requireNonNullElseGet(body.getAt(), clock::instant),
                good,
                body.getScrap() == null ? Quantity.zero(good.unit()) : Values.quantity(body.getScrap()),
                Boolean.TRUE.equals(body.getFinished()));
        return switch (planning.report(report, signedIn.actor())) {
            case EntryOutcome.Booked booked ->
                ResponseEntity.ok(production
                        .find(report.operation().productionOrder())
                        .map(ProductionController::view)
                        .orElseThrow()
                        .entry(EntryViews.entry(stories.of(booked.entry()))));
            case EntryOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case EntryOutcome.Unknown unknown -> throw Refusal.unknown("id", id, "an operation");
        };
    }

    private static ProductionOrderDto view(ProductionOrder of) {
        return new ProductionOrderDto()
                .number(of.number().value())
                .item(of.item().value())
                .quantity(Values.quantity(of.quantity()))
                .order(of.orderLine().order().value())
                .line(of.orderLine().line())
                .release(of.release())
                .parent(Values.textOrNone(of.parent()))
                .parentOperation(of.parent() == null ? null : of.parentOperation())
                .status(ProductionOrderDto.StatusEnum.valueOf(of.status().name()))
                .promisedEnd(of.promisedEnd())
                .requestedEnd(of.requestedEnd())
                .madeAgainFor(Values.textOrNone(of.madeAgainFor()))
                .priority(of.priority())
                .operations(Values.each(of.operations(), ProductionController::view))
                .materials(Values.each(
                        of.materials(),
                        need -> new MaterialNeedDto(
                                need.operation(), need.component().value(), Values.quantity(need.quantity()))));
    }

    private static OperationDto view(Operation of) {
        return new OperationDto()
                .id(of.id().toString())
                .name(of.name())
                .workCentre(of.workCentre().value())
                .setupState(of.setupState())
                .machines(Values.each(
                        of.machines(),
                        machine -> new MachineTimeDto(
                                machine.machine().value(), machine.time().toString())))
                .outside(Values.textOrNone(of.outside()))
                .transfer(of.transfer().toString())
                .status(OperationDto.StatusEnum.valueOf(of.status().name()))
                .good(Values.quantity(of.good()))
                .scrap(Values.quantity(of.scrap()))
                .machine(Values.textOrNone(of.machine()))
                .startedAt(of.startedAt())
                .finishedAt(of.finishedAt());
    }
}
