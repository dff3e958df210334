package org.duebook.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.HistoryEntry;
import org.duebook.orders.OrderDecision;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Project;
import org.duebook.orders.Release;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.WhyNot;
import org.duebook.promising.PromiseView;
import org.duebook.promising.Promising;
import org.duebook.shared.OrderLineId;
import org.duebook.web.api.model.ChannelDto;
import org.duebook.web.api.model.DecisionDto;
import org.duebook.web.api.model.DeliveryTermDto;
import org.duebook.web.api.model.FactUsedDto;
import org.duebook.web.api.model.HistoryStepDto;
import org.duebook.web.api.model.HoldDto;
import org.duebook.web.api.model.HoldResolvedDto;
import org.duebook.web.api.model.OrderDto;
import org.duebook.web.api.model.OrderLineDto;
import org.duebook.web.api.model.OrderStatusDto;
import org.duebook.web.api.model.OrderTypeDto;
import org.duebook.web.api.model.ProjectDto;
import org.duebook.web.api.model.PromiseDto;
import org.duebook.web.api.model.ReleaseDto;
import org.duebook.web.api.model.ResolutionDto;
import org.duebook.web.api.model.RevisionDto;
import org.duebook.web.api.model.VerdictDto;
import org.duebook.web.api.model.WhyNotDto;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders as the contract shows them, joined with their promises, which orders themselves do not know. */
@Component
class OrderViews {

    private final Promising promising;

    OrderViews(Promising promising) {
        this.promising = promising;
    }

    OrderDto order(CustomerOrder order) {
        return orders(List.of(order)).getFirst();
    }

    /** Many orders with the promises of all their lines in one read. */
    List<OrderDto> orders(List<CustomerOrder> orders) {
        List<OrderLineId> lines = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::id)
                .toList();
        Map<OrderLineId, PromiseView> promises = lines.isEmpty() ? Map.of() : promising.promises(lines);
        return Values.each(orders, order -> order(order, promises));
    }

    static OrderDto order(CustomerOrder of, Collection<PromiseView> promises) {
        return order(of, promises.stream().collect(Collectors.toMap(PromiseView::line, promise -> promise)));
    }

    private static OrderDto order(CustomerOrder of, Map<OrderLineId, PromiseView> promises) {
        Project project = of.project();
        return new OrderDto()
                .number(of.number().value())
                .customer(of.customer().value())
                .shipTo(of.shipTo())
                .type(OrderTypeDto.valueOf(of.type().name()))
                .channel(ChannelDto.valueOf(of.channel().name()))
                .priority(of.priority())
                .orderDate(of.orderDate())
                .clerk(of.clerk())
                .region(of.region())
                .customerReference(of.customerReference())
                .deliveryTerm(DeliveryTermDto.valueOf(of.deliveryTerm().name()))
                .currency(of.currency().getCurrencyCode())
                .project(project == null ? null : new ProjectDto(project.name(), project.term(), project.signedOff()))
                .depositPaidPercent(of.depositPaidPercent())
                .status(OrderStatusDto.valueOf(of.status().name()))
                .enteredAt(of.enteredAt())
                .version(of.version())
                .amount(Values.money(of.amount()))
                .lines(Values.each(of.lines(), line -> line(line, promises.get(line.id()))));
    }

    private static OrderLineDto line(OrderLine of, @Nullable PromiseView promise) {
        return new OrderLineDto()
                .line(of.id().line())
                .item(of.item().value())
                .itemName(of.itemName())
                .shortDescription(of.shortDescription())
                .specification(Values.specification(of.specification()))
                .quantity(Values.quantity(of.quantity()))
                .unitPrice(Values.money(of.unitPrice()))
                .amount(Values.money(of.amount()))
                .requested(of.requested())
                .releases(Values.each(of.releases(), OrderViews::release))
                .tolerancesAccepted(of.tolerancesAccepted())
                .promise(promise == null ? null : promise(promise));
    }

    private static ReleaseDto release(Release of) {
        return new ReleaseDto(of.requested(), Values.quantity(of.quantity()));
    }

    private static PromiseDto promise(PromiseView of) {
        return new PromiseDto(
                of.first(),
                of.current(),
                Values.each(
                        of.revisions(),
                        revision -> new RevisionDto(
                                revision.promised(),
                                revision.at(),
                                revision.by().name(),
                                revision.reason())));
    }

    static WhyNotDto whyNot(WhyNot of) {
        return new WhyNotDto(
                of.stage(),
                of.ruleId(),
                of.file(),
                of.row(),
                WhyNotDto.AnswerEnum.valueOf(of.answer().name()),
                of.line(),
                of.column(),
                of.cell(),
                of.found(),
                of.text());
    }

    static VerdictDto verdict(OrderVerdict of) {
        VerdictDto.OutcomeEnum outcome = switch (of) {
            case OrderVerdict.Accepted accepted -> VerdictDto.OutcomeEnum.ACCEPTED;
            case OrderVerdict.Held held -> VerdictDto.OutcomeEnum.HELD;
            case OrderVerdict.Rejected rejected -> VerdictDto.OutcomeEnum.REJECTED;
        };
        return new VerdictDto(outcome, of.ruleSet(), Values.each(of.decisions(), OrderViews::decision));
    }

    static DecisionDto decision(OrderDecision of) {
        return decision(of.decision()).at(of.at()).ruleSet(of.ruleSet());
    }

    private static DecisionDto decision(Decision of) {
        return new DecisionDto(
                of.stage(),
                of.ruleId(),
                of.file(),
                of.row(),
                DecisionDto.OutcomeEnum.valueOf(of.outcome().name()),
                of.field(),
                of.found(),
                of.wanted(),
                of.message(),
                Values.each(of.factsUsed(), fact -> new FactUsedDto(fact.name(), fact.value())));
    }

    static HoldDto hold(OrderHold of) {
        OrderHold.Resolved resolved = of.resolved();
        return new HoldDto(
                        of.id(),
                        HoldDto.KindEnum.valueOf(of.kind().name()),
                        of.ruleId(),
                        of.reason(),
                        of.since(),
                        of.deadline())
                .approver(Values.filledOrNone(of.approver()))
                .deposit(Values.moneyOrNone(of.deposit()))
                .depositPercent(of.depositPercent())
                .answer(
                        resolved == null
                                ? null
                                : new HoldResolvedDto(
                                        ResolutionDto.valueOf(
                                                resolved.resolution().name()),
                                        resolved.by().name(),
                                        resolved.at(),
                                        resolved.comment()));
    }

    static HistoryStepDto step(HistoryEntry of) {
        return new HistoryStepDto(of.at(), of.by().name(), of.event(), of.text());
    }
}
