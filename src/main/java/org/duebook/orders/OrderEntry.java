package org.duebook.orders;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.DraftReading.Reading;
import org.duebook.policy.Judgement;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.Policies;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes orders onto the books under the rules. */
@Component
class OrderEntry {

    /** Stands for the number of an order that is only asked about. */
    private static final OrderNumber INQUIRY = new OrderNumber("INQUIRY");

    private final DraftReading drafts;
    private final FactsOfOrder facts;
    private final Policies policies;
    private final OrderRows rows;
    private final HoldRows holds;
    private final Chronicle chronicle;
    private final OrderSteps steps;
    private final Customers customers;

    OrderEntry(
            DraftReading drafts,
            FactsOfOrder facts,
            Policies policies,
            OrderRows rows,
            HoldRows holds,
            Chronicle chronicle,
            OrderSteps steps,
            Customers customers) {
        this.drafts = drafts;
        this.facts = facts;
        this.policies = policies;
        this.rows = rows;
        this.holds = holds;
        this.chronicle = chronicle;
        this.steps = steps;
        this.customers = customers;
    }

    List<Fault> check(OrderDraft draft) {
        return check(draft, drafts.exchange(), customers.find(draft.customer()));
    }

    /** By what was so a moment ago, for those who only ask. */
    List<Fault> checkLately(OrderDraft draft) {
        return check(draft, drafts.exchangeLately(), customers.findLately(draft.customer()));
    }

    static List<Fault> check(OrderDraft draft, Exchange exchange, Optional<Customer> ordering) {
        List<Fault> faults = OrderForm.check(draft, exchange);
        return faults.isEmpty()
                ? ordering.filter(customer ->
                                !exchange.knows(customer.creditLimit().currency()))
                        .map(customer -> List.of(limitWithoutRate(customer, exchange)))
                        .orElse(List.of())
                : faults;
    }

    /** By what was so a moment ago. */
    OrderVerdict judge(OrderDraft draft) {
        List<Fault> faults = checkLately(draft);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the draft cannot be judged: " + faults);
        }
        OrderNumber number = draft.number();
        return policies.judge(facts.gatherLately(drafts.readLately(draft, number == null ? INQUIRY : number)));
    }

    EntryOutcome enter(OrderDraft draft, Actor by) {
        List<Fault> faults = check(draft);
        if (!faults.isEmpty()) {
            return new EntryOutcome.Refused(faults);
        }
        customers.lockAccount(draft.customer());
        OrderNumber given = draft.number();
        CustomerOrder before = given == null ? null : rows.find(given).orElse(null);
        if (before != null) {
            return again(draft, before);
        }
        OrderNumber number = given == null ? rows.drawNumber() : given;
        Reading reading = drafts.read(draft, number);
        OrderFacts known = facts.gather(reading);
        OrderVerdict verdict = policies.judge(known);
        if (!rows.insert(reading.order(), verdict.ruleSet())) {
            // Somebody else entered the number in this moment; a drawn one is simply drawn again.
            return given == null
                    ? enter(draft, by)
                    : again(draft, rows.find(number).orElseThrow());
        }
        policies.keep(List.of(new Judgement(known, reading.order().enteredAt(), verdict)));
        return take(reading, verdict, by);
    }

    private EntryOutcome take(Reading reading, OrderVerdict verdict, Actor by) {
        CustomerOrder order = reading.order();
        Instant at = order.enteredAt();
        chronicle.add(order.number(), at, verdict);
        chronicle.add(order.number(), new HistoryEntry(at, by, "ENTERED", words(order)));
        switch (verdict) {
            case OrderVerdict.Accepted accepted -> {
                steps.postExposure(order, order.amount());
                steps.step(order, OrderStatus.ACCEPTED, by, "ACCEPTED", noObjection(accepted));
            }
            case OrderVerdict.Held held -> {
                steps.postExposure(order, order.amount());
                List<OrderHold> open = Verdicts.holds(held, at, policies.promiseParameters(order.orderDate()));
                open.forEach(hold -> holds.insert(order.number(), hold));
                chronicle.add(order.number(), new HistoryEntry(at, by, "HELD", words(open)));
            }
            case OrderVerdict.Rejected rejected ->
                steps.step(order, OrderStatus.REJECTED, by, "REJECTED", Verdicts.reason(rejected.reasons()));
        }
        return new EntryOutcome.Taken(rows.find(order.number()).orElseThrow(), verdict, Saved.CREATED);
    }

    private EntryOutcome again(OrderDraft draft, CustomerOrder known) {
        List<Fault> differences = SameOrder.differences(draft, known);
        return differences.isEmpty()
                ? new EntryOutcome.Taken(known, verdictOf(known.number()), Saved.UNCHANGED)
                : new EntryOutcome.Refused(differences);
    }

    private OrderVerdict verdictOf(OrderNumber number) {
        return Verdicts.asTaken(
                chronicle.ruleSets(List.of(number)).getOrDefault(number, ""),
                chronicle.decisions(List.of(number)).getOrDefault(number, List.of()),
                holds.load(number));
    }

    private static Fault limitWithoutRate(Customer customer, Exchange exchange) {
        return new Fault(
                "customer",
                customer.number() + " with a credit limit of " + customer.creditLimit(),
                "a limit in " + exchange.house() + " or a currency with an exchange rate",
                "have the administrator set duebook.orders.exchange-rates."
                        + customer.creditLimit().currency());
    }

    static String noObjection(OrderVerdict.Accepted accepted) {
        return "no rule of set " + accepted.ruleSet() + " objects";
    }

    static String words(CustomerOrder order) {
        return plain(order.type()) + " order by " + plain(order.channel()) + ", "
                + order.lines().size() + (order.lines().size() == 1 ? " line, " : " lines, ") + order.amount();
    }

    static String words(List<OrderHold> holds) {
        return String.join(
                "; ",
                holds.stream()
                        .map(hold -> plain(hold.kind())
                                + (hold.approver().isEmpty() ? "" : " of " + plain(hold.approver()))
                                + shown(hold) + " by rule " + hold.ruleId() + ": " + hold.reason())
                        .toList());
    }

    private static String plain(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\bgm\\b", "GM");
    }

    private static String shown(OrderHold hold) {
        @Nullable Object deposit = hold.deposit();
        return deposit == null ? "" : " of " + deposit;
    }
}
