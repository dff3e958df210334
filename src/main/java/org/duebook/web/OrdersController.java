package org.duebook.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.orders.ApprovalOutcome;
import org.duebook.orders.CancelOutcome;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.orders.Resolution;
import org.duebook.policy.Judgement;
import org.duebook.policy.Policies;
import org.duebook.policy.WhyNot;
import org.duebook.promising.EntryResult;
import org.duebook.promising.ImpactOutcome;
import org.duebook.promising.Promising;
import org.duebook.promising.TakenOrder;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.OrdersApi;
import org.duebook.web.api.model.CancellationDto;
import org.duebook.web.api.model.DecisionListDto;
import org.duebook.web.api.model.HistoryListDto;
import org.duebook.web.api.model.HoldAnswerDto;
import org.duebook.web.api.model.HoldAnsweredDto;
import org.duebook.web.api.model.HoldListDto;
import org.duebook.web.api.model.ImpactDto;
import org.duebook.web.api.model.NewOrderDto;
import org.duebook.web.api.model.OrderChangeDto;
import org.duebook.web.api.model.OrderDto;
import org.duebook.web.api.model.OrderPageDto;
import org.duebook.web.api.model.OrderStatusDto;
import org.duebook.web.api.model.OrderTakenDto;
import org.duebook.web.api.model.WhyNotListDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrdersController implements OrdersApi {

    static final String ADDRESS = "/api/v1/orders/";

    private final Orders orders;
    private final Policies policies;
    private final Promising promising;
    private final OrderReader reader;
    private final OrderViews views;
    private final ImpactQuestions impacts;
    private final SignedIn signedIn;

    OrdersController(
            Orders orders,
            Policies policies,
            Promising promising,
            OrderReader reader,
            OrderViews views,
            ImpactQuestions impacts,
            SignedIn signedIn) {
        this.orders = orders;
        this.policies = policies;
        this.promising = promising;
        this.reader = reader;
        this.views = views;
        this.impacts = impacts;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<OrderTakenDto> enterOrder(NewOrderDto body, @Nullable String idempotencyKey) {
        if (body.getConfidence() != null) {
            throw Refusal.unprocessable(List.of(new Fault(
                    "confidence",
                    body.getConfidence() + " %",
                    "none with an order that is entered directly",
                    "ask for a quote with it and confirm that, or leave it out for the plant's usual one")));
        }
        return switch (promising.enter(reader.draft(body), signedIn.actor())) {
            case EntryResult.Taken taken -> created(taken.order().order().number(), taken(taken.order()));
            case EntryResult.Refused refused -> throw Refusal.unprocessable(refused.faults());
        };
    }

    @Override
    public ResponseEntity<OrderPageDto> listOrders(
            @Nullable String customer, @Nullable List<OrderStatusDto> status, @Nullable String after, Integer limit) {
        Set<OrderStatus> statuses = Objects.requireNonNullElse(status, List.<OrderStatusDto>of()).stream()
                .map(one -> OrderStatus.valueOf(one.name()))
                .collect(Collectors.toSet());
        OrderFilter filter = new OrderFilter(customer == null ? null : new CustomerNumber(customer), statuses);
        List<CustomerOrder> read = orders.list(filter, after == null ? null : new OrderNumber(after), limit + 1);
        Page<CustomerOrder> page = Page.cut(read, limit, order -> order.number().value());
        return ResponseEntity.ok(new OrderPageDto(views.orders(page.items())).next(page.next()));
    }

    @Override
    public ResponseEntity<OrderDto> getOrder(String number) {
        return ResponseEntity.ok(views.order(known(number)));
    }

    @Override
    public ResponseEntity<DecisionListDto> listDecisions(String number) {
        return ResponseEntity.ok(
                new DecisionListDto(Values.each(orders.decisions(known(number).number()), OrderViews::decision)));
    }

    @Override
    public ResponseEntity<WhyNotListDto> listWhyNot(String number, @Nullable String rule) {
        List<Judgement> judgements = policies.judgements(known(number).number());
        if (judgements.isEmpty()) {
            throw Refusal.unknown("number", number, "an order the rules judged");
        }
        Judgement last = judgements.getLast();
        String version = last.verdict().ruleSet();
        List<WhyNot> answers = policies
                .whyNot(last)
                .orElseThrow(() -> Refusal.unknown("number", number, "an order whose rules " + version + " still run"))
                .stream()
                .filter(answer -> rule == null || answer.ruleId().equals(rule))
                .toList();
        if (answers.isEmpty()) {
            throw Refusal.unknown("rule", String.valueOf(rule), "a rule about orders of version " + version);
        }
        return ResponseEntity.ok(new WhyNotListDto(version, Values.each(answers, OrderViews::whyNot)));
    }

    @Override
    public ResponseEntity<HistoryListDto> listHistory(String number) {
        return ResponseEntity.ok(
                new HistoryListDto(Values.each(orders.history(known(number).number()), OrderViews::step)));
    }

    @Override
    public ResponseEntity<HoldListDto> listHolds(String number) {
        return ResponseEntity.ok(
                new HoldListDto(Values.each(orders.holds(known(number).number()), OrderViews::hold)));
    }

    @Override
    public ResponseEntity<HoldAnsweredDto> answerHold(
            String number, HoldAnswerDto body, @Nullable String idempotencyKey) {
        OrderNumber order = known(number).number();
        refuseForeignHold(order, body.getHold());
        ApprovalOutcome outcome = promising.resolve(
                order,
                body.getHold(),
                Resolution.valueOf(body.getResolution().name()),
                body.getComment(),
                signedIn.actor());
        CustomerOrder now = switch (outcome) {
            case ApprovalOutcome.Accepted accepted -> accepted.order();
            case ApprovalOutcome.StillHeld held -> held.order();
            case ApprovalOutcome.Rejected rejected -> rejected.order();
            case ApprovalOutcome.NotAllowed not -> throw Refusal.conflict(not.fault());
            case ApprovalOutcome.Unknown unknown -> throw unknownHold(body.getHold());
        };
        return ResponseEntity.ok(
                new HoldAnsweredDto(views.order(now), Values.each(orders.holds(order), OrderViews::hold)));
    }

    @Override
    public ResponseEntity<OrderDto> cancelOrder(String number, CancellationDto body, @Nullable String idempotencyKey) {
        return switch (promising.cancelOrder(new OrderNumber(number), body.getReason(), signedIn.actor())) {
            case CancelOutcome.Cancelled cancelled -> ResponseEntity.ok(views.order(cancelled.order()));
            case CancelOutcome.NotAllowed not -> throw Refusal.conflict(not.fault());
            case CancelOutcome.Unknown unknown -> throw unknown(number);
        };
    }

    @Override
    public ResponseEntity<ImpactDto> askImpact(String number, OrderChangeDto body) {
        OrderNumber order = new OrderNumber(number);
        return ResponseEntity.ok(impact(impacts.of(ImpactViews.change(order, body)), number));
    }

    static ImpactDto impact(ImpactOutcome outcome, String number) {
        return switch (outcome) {
            case ImpactOutcome.Computed computed -> ImpactViews.view(computed.impact());
            case ImpactOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case ImpactOutcome.NotOpen not -> throw Refusal.conflict(not.fault());
            case ImpactOutcome.Unknown unknown -> throw unknown(number);
        };
    }

    OrderTakenDto taken(TakenOrder of) {
        return new OrderTakenDto(
                OrderViews.order(of.order(), of.promises()),
                OrderViews.verdict(of.verdict()),
                Values.each(orders.holds(of.order().number()), OrderViews::hold));
    }

    static ResponseEntity<OrderTakenDto> created(OrderNumber number, OrderTakenDto body) {
        String segment = number.value().replace("/", "%2F");
        return ResponseEntity.created(URI.create(ADDRESS + segment)).body(body);
    }

    private void refuseForeignHold(OrderNumber order, int hold) {
        OrderHold wanted = orders.holds(order).stream()
                .filter(one -> one.id() == hold)
                .findFirst()
                .orElseThrow(() -> unknownHold(hold));
        if (!signedIn.mayAnswer(wanted.kind())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    new Fault(
                            "hold",
                            hold + ", " + wanted.kind(),
                            "a clarification, or the role administrator",
                            "ask an administrator to answer it"));
        }
    }

    private CustomerOrder known(String number) {
        return orders.find(new OrderNumber(number)).orElseThrow(() -> unknown(number));
    }

    private static Refusal unknown(String number) {
        return Refusal.unknown("number", number, "an order on the books");
    }

    private static Refusal unknownHold(int hold) {
        return Refusal.unknown("hold", hold, "a hold of this order");
    }
}
