package org.duebook.web;

import java.util.List;
import java.util.Objects;
import org.duebook.orders.Release;
import org.duebook.promising.Impact;
import org.duebook.promising.OrderChange;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.model.CauseDto;
import org.duebook.web.api.model.ImpactBegunDto;
import org.duebook.web.api.model.ImpactCostsDto;
import org.duebook.web.api.model.ImpactDto;
import org.duebook.web.api.model.ImpactLineDto;
import org.duebook.web.api.model.ImpactMaterialDto;
import org.duebook.web.api.model.ImpactNearerDto;
import org.duebook.web.api.model.ImpactOtherDto;
import org.duebook.web.api.model.LineChangeDto;
import org.duebook.web.api.model.OrderChangeDto;

/** A change that is asked about and what it would do, between the contract and the domain. */
final class ImpactViews {

    private ImpactViews() {}

    static OrderChange change(OrderNumber order, OrderChangeDto of) {
        return new OrderChange(
                order,
                Boolean.TRUE.equals(of.getCancel()),
                Values.each(Objects.requireNonNullElse(of.getLines(), List.of()), ImpactViews::line));
    }

    private static OrderChange.Line line(LineChangeDto of) {
        return new OrderChange.Line(
                of.getLine(),
                Boolean.TRUE.equals(of.getCancel()),
                of.getQuantity() == null ? null : Values.quantity(of.getQuantity()),
                of.getRequested(),
                Values.each(
                        Objects.requireNonNullElse(of.getReleases(), List.of()),
                        release -> new Release(release.getRequested(), Values.quantity(release.getQuantity()))),
                of.getItem() == null ? null : new ItemNumber(of.getItem()));
    }

    static ImpactDto view(Impact of) {
        return new ImpactDto(
                of.order().value(),
                of.words(),
                Values.each(of.lines(), ImpactViews::view),
                of.hurtsOthers(),
                Values.each(of.others(), ImpactViews::view),
                of.shifted(),
                Values.each(of.nearer(), ImpactViews::view),
                Values.each(of.material(), ImpactViews::view),
                view(of.costs()),
                Values.each(of.begun(), ImpactViews::view),
                Values.each(of.alternatives(), AlternativeViews::view),
                of.notKnown());
    }

    private static ImpactLineDto view(Impact.Line of) {
        return new ImpactLineDto(
                        of.line(),
                        of.item().value(),
                        Values.quantity(of.quantity()),
                        of.meetsWanted(),
                        of.keepsPromise(),
                        Values.each(of.causes(), cause -> new CauseDto(cause.kind(), cause.text())))
                .promised(of.promised())
                .wanted(of.wanted())
                .date(of.date())
                .earliest(of.earliest())
                .productionEnd(of.productionEnd());
    }

    private static ImpactOtherDto view(Impact.Other of) {
        return new ImpactOtherDto(of.line().toString(), of.from(), of.to(), of.isHurt())
                .promised(of.promised())
                .penalty(Values.moneyOrNone(of.penalty()));
    }

    private static ImpactNearerDto view(Impact.Nearer of) {
        return new ImpactNearerDto(of.line().toString(), of.promised(), of.from(), of.to());
    }

    private static ImpactMaterialDto view(Impact.Material of) {
        return new ImpactMaterialDto(
                        of.item().value(),
                        ImpactMaterialDto.SourceEnum.valueOf(of.source().name()),
                        Values.quantity(of.before()),
                        Values.quantity(of.after()),
                        of.available())
                .receipt(Values.filledOrNone(of.reference()));
    }

    private static ImpactCostsDto view(Impact.Costs of) {
        return new ImpactCostsDto(Values.money(of.price()))
                .newPrice(Values.moneyOrNone(of.newPrice()))
                .penalty(Values.moneyOrNone(of.penalty()))
                .newPenalty(Values.moneyOrNone(of.newPenalty()))
                .othersPenalty(Values.moneyOrNone(of.othersPenalty()))
                .material(Values.moneyOrNone(of.material()))
                .purchases(Values.moneyOrNone(of.purchases()));
    }

    private static ImpactBegunDto view(Impact.Begun of) {
        return new ImpactBegunDto(
                of.line(),
                of.number().value(),
                of.item().value(),
                Values.quantity(of.quantity()),
                Values.quantity(of.made()),
                ImpactBegunDto.FateEnum.valueOf(of.fate().name()));
    }
}
