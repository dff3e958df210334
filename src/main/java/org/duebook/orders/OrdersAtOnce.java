package org.duebook.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Accounts;
import org.duebook.customers.CreditPosition;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.orders.DraftReading.Known;
import org.duebook.orders.DraftReading.Reading;
import org.duebook.orders.OrderRows.Asked;
import org.duebook.policy.Judgement;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.Policies;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.springframework.stereotype.Component;

/**
 * Takes many orders onto the books at the cost of a few statements. Each is judged as if it had come by itself after the
 * one before it: what an earlier one counts on its customer's account, asks for and had delivered is known to the next.
 */
@Component
class OrdersAtOnce {

    private final DraftReading drafts;
    private final Policies policies;
    private final OrderRows rows;
    private final HoldRows holds;
    private final Chronicle chronicle;
    private final Customers customers;
    private final Catalog catalog;
    private final OrdersSettings settings;

    OrdersAtOnce(
            DraftReading drafts,
            Policies policies,
            OrderRows rows,
            HoldRows holds,
            Chronicle chronicle,
            Customers customers,
            Catalog catalog,
            OrdersSettings settings) {
        this.drafts = drafts;
        this.policies = policies;
        this.rows = rows;
        this.holds = holds;
        this.chronicle = chronicle;
        this.customers = customers;
        this.catalog = catalog;
        this.settings = settings;
    }

    /** What became of each, in the order given; every number may be there once. */
    List<EntryOutcome> enter(List<CarriedOrder> wanted, Actor by) {
        List<OrderDraft> all = wanted.stream().map(CarriedOrder::draft).toList();
        Known known = drafts.known(all);
        Accounts accounts = customers.lockAccounts(
                all.stream().map(OrderDraft::customer).distinct().toList());
        Map<OrderNumber, EntryOutcome.Taken> before = onTheBooks(wanted);
        Map<OrderNumber, EntryOutcome> outcomes = new LinkedHashMap<>();
        Map<OrderNumber, Reading> fresh = new LinkedHashMap<>();
        for (CarriedOrder each : wanted) {
            Customer customer = known.customers().get(each.draft().customer());
            List<Fault> faults = OrderEntry.check(each.draft(), known.exchange(), Optional.ofNullable(customer));
            EntryOutcome.Taken taken = before.get(each.number());
            if (!faults.isEmpty()) {
                outcomes.put(each.number(), new EntryOutcome.Refused(faults));
            } else if (taken != null) {
                outcomes.put(each.number(), again(each.draft(), taken));
            } else {
                Reading reading = drafts.read(each.draft(), each.number(), known);
                List<Fault> unknown = CarriedStanding.faults(reading, each.standing());
                if (unknown.isEmpty()) {
                    fresh.put(each.number(), reading);
                } else {
                    outcomes.put(each.number(), new EntryOutcome.Refused(unknown));
                }
            }
        }
        outcomes.putAll(take(wanted, fresh, accounts, by));
        return wanted.stream().map(CarriedOrder::number).map(outcomes::get).toList();
    }

    private Map<OrderNumber, EntryOutcome.Taken> onTheBooks(List<CarriedOrder> wanted) {
        List<CustomerOrder> known =
                rows.load(wanted.stream().map(each -> each.number().value()).toList());
        List<OrderNumber> numbers = known.stream().map(CustomerOrder::number).toList();
        Map<OrderNumber, String> ruleSets = chronicle.ruleSets(numbers);
        Map<OrderNumber, List<OrderDecision>> decisions = chronicle.decisions(numbers);
        Map<OrderNumber, List<OrderHold>> held = holds.load(numbers);
        return known.stream()
                .collect(Collectors.toMap(
                        CustomerOrder::number,
                        order -> new EntryOutcome.Taken(
                                order,
                                Verdicts.asTaken(
                                        ruleSets.getOrDefault(order.number(), ""),
                                        decisions.getOrDefault(order.number(), List.of()),
                                        held.getOrDefault(order.number(), List.of())),
                                Saved.UNCHANGED)));
    }

    private static EntryOutcome again(OrderDraft draft, EntryOutcome.Taken before) {
        List<Fault> differences = SameOrder.differences(draft, before.order());
        return differences.isEmpty() ? before : new EntryOutcome.Refused(differences);
    }

    private Map<OrderNumber, EntryOutcome> take(
            List<CarriedOrder> wanted, Map<OrderNumber, Reading> fresh, Accounts accounts, Actor by) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        InMemory standing = standing(fresh, accounts);
        Entries entries = new Entries(by, policies);
        List<Judgement> judgements = new ArrayList<>();
        Map<OrderNumber, EntryOutcome> outcomes = new LinkedHashMap<>();
        for (CarriedOrder each : wanted) {
            Reading reading = fresh.get(each.number());
            if (reading != null) {
                OrderVerdict verdict = verdict(each, reading, standing, judgements);
                CustomerOrder order = entries.add(reading, verdict, each.standing() == OrderStatus.CANCELLED);
                standing.add(each, reading, order);
                outcomes.put(each.number(), new EntryOutcome.Taken(order, verdict, Saved.CREATED));
            }
        }
        rows.insert(entries.stored);
        chronicle.addDecisions(entries.judged);
        policies.keep(judgements);
        chronicle.add(entries.steps);
        entries.held.forEach((order, open) -> open.forEach(hold -> holds.insert(order, hold)));
        customers.postExposures(entries.exposures);
        rows.step(entries.moves);
        return outcomes;
    }

    private OrderVerdict verdict(CarriedOrder carried, Reading reading, Standing standing, List<Judgement> judgements) {
        if (!CarriedStanding.isJudged(carried.standing())) {
            return CarriedStanding.verdict(carried.standing());
        }
        OrderFacts facts = FactsOfOrder.gather(reading, standing);
        OrderVerdict verdict = policies.judge(facts);
        judgements.add(new Judgement(facts, reading.order().enteredAt(), verdict));
        return CarriedStanding.over(verdict, carried.standing());
    }

    private InMemory standing(Map<OrderNumber, Reading> fresh, Accounts accounts) {
        Map<OrderNumber, Asked> asked = new LinkedHashMap<>();
        fresh.forEach((number, reading) -> asked.put(number, Asked.by(reading.order())));
        Set<CustomerNumber> ordering =
                asked.values().stream().map(Asked::customer).collect(Collectors.toSet());
        Set<ItemNumber> items = fresh.values().iterator().next().items().keySet();
        InMemory standing = new InMemory(
                accounts,
                asked,
                rows.delivered(fresh.values().stream()
                        .flatMap(reading -> Stream.ofNullable(reading.customer()))
                        .filter(customer -> customer.status() == CustomerStatus.NEW)
                        .map(Customer::number)
                        .collect(Collectors.toSet())),
                catalog.routingsOf(items).keySet(),
                settings.duplicateWithinDays());
        rows.asked(ordering, asked.values().stream().map(Asked::content).collect(Collectors.toSet()))
                .forEach(standing::add);
        return standing;
    }

    /** The books as they stand after each order of the batch. */
    private static final class InMemory implements Standing {

        private final Accounts accounts;
        private final Map<OrderNumber, Asked> asking;
        private final Set<CustomerNumber> delivered;
        private final Set<ItemNumber> made;
        private final int days;
        private final Map<CustomerNumber, List<Asked>> asked = new LinkedHashMap<>();

        InMemory(
                Accounts accounts,
                Map<OrderNumber, Asked> asking,
                Set<CustomerNumber> delivered,
                Set<ItemNumber> made,
                int days) {
            this.accounts = accounts;
            this.asking = asking;
            this.delivered = new HashSet<>(delivered);
            this.made = made;
            this.days = days;
        }

        void add(Asked order) {
            asked.computeIfAbsent(order.customer(), customer -> new ArrayList<>())
                    .add(order);
        }

        /** Counts an order that was taken, less what was delivered of it before. */
        void add(CarriedOrder carried, Reading reading, CustomerOrder order) {
            if (order.status() == OrderStatus.REJECTED
                    || order.status() == OrderStatus.CANCELLED
                    || carried.cancelledLater()) {
                return;
            }
            add(Asked.by(order));
            Map<Integer, Quantity> gone = order.status().isOpen() ? carried.delivered() : Map.of();
            Function<OrderLine, Quantity> left = line -> line.quantity()
                    .minusUpTo(gone.getOrDefault(
                            line.id().line(), Quantity.zero(line.quantity().unit())));
            Customer customer = reading.customer();
            if (customer != null) {
                order.lines().stream()
                        .map(line -> line.unitPrice().times(left.apply(line).amount()))
                        .reduce((one, other) -> one.plus(other))
                        .map(open -> reading.exchange()
                                .convert(open, customer.creditLimit().currency()))
                        .ifPresent(open -> accounts.count(order.customer(), open));
            }
            if (!gone.isEmpty()
                    && order.lines().stream().allMatch(line -> left.apply(line).isZero())) {
                delivered.add(order.customer());
            }
        }

        @Override
        public Optional<OrderNumber> sameAs(CustomerOrder order) {
            Asked now = asking.getOrDefault(order.number(), Asked.by(order));
            return asked.getOrDefault(order.customer(), List.of()).stream()
                    .filter(other -> other.content().equals(now.content()))
                    .filter(other -> !other.on().isBefore(now.on().minusDays(days))
                            && !other.on().isAfter(now.on().plusDays(days)))
                    .filter(other -> now.reference().isEmpty()
                            || other.reference().isEmpty()
                            || now.reference().equals(other.reference()))
                    .map(Asked::number)
                    .min(Comparator.naturalOrder());
        }

        @Override
        public CreditPosition account(CustomerNumber customer, LocalDate on) {
            return accounts.position(customer, on);
        }

        @Override
        public boolean hasDelivered(CustomerNumber customer) {
            return delivered.contains(customer);
        }

        @Override
        public boolean hasRouting(ItemNumber item) {
            return made.contains(item);
        }
    }
}
