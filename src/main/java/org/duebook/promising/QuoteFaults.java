package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.EntryOutcome;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.Orders;
import org.duebook.orders.Release;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what makes a draft impossible to quote, whatever the rules say of it, and words why one could not be confirmed. */
@Component
class QuoteFaults {

    private final Orders orders;
    private final Customers customers;
    private final Catalog catalog;
    private final DeliveryTimes times;
    private final WorkInOrder work;

    QuoteFaults(Orders orders, Customers customers, Catalog catalog, DeliveryTimes times, WorkInOrder work) {
        this.orders = orders;
        this.customers = customers;
        this.catalog = catalog;
        this.times = times;
        this.work = work;
    }

    /** Empty when the plan can be asked; by what was so a moment ago. */
    List<Fault> of(OrderDraft draft, @Nullable Integer confidencePercent) {
        List<Fault> form = orders.check(draft);
        if (!form.isEmpty()) {
            return form;
        }
        List<Fault> faults = new ArrayList<>();
        if (confidencePercent != null
                && (confidencePercent < Confidence.LEAST || confidencePercent > Confidence.MOST)) {
            faults.add(new Fault(
                    "confidence",
                    confidencePercent + " %",
                    "whole per cent from " + Confidence.LEAST + " to " + Confidence.MOST,
                    "leave it out for the plant's usual one, or give one in between"));
        }
        Optional<Customer> customer = customers.findLately(draft.customer());
        if (customer.isEmpty()) {
            faults.add(new Fault(
                    "customer", draft.customer().value(), "the number of a customer", "put the customer first"));
        } else if (times.shipTo(customer.get(), draft.shipTo()).isEmpty()) {
            faults.add(new Fault(
                    "shipTo",
                    draft.shipTo(),
                    "a ship-to of customer " + draft.customer(),
                    "add it to the customer, or leave it out for the first one"));
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            ofLine("lines[" + i + "]", draft.lines().get(i), faults);
        }
        faults.addAll(work.faultsLately(draft));
        return faults;
    }

    /** What to answer while there is no plan to ask. */
    static List<Fault> noPlan() {
        return List.of(new Fault(
                "plan", "none published", "a published plan", "start a planning run and publish its schedule"));
    }

    static List<Fault> notOwn(StoredQuote stored) {
        return List.of(new Fault(
                "quote", "asked for by " + stored.quote().by(), "a quote of your own", "ask for your own quote"));
    }

    static List<Fault> expired(StoredQuote stored) {
        return List.of(new Fault(
                "quote",
                "expired at " + stored.quote().expires(),
                "a quote that is still open",
                "ask for a new quote"));
    }

    static List<Fault> cancelled() {
        return List.of(new Fault("quote", "cancelled", "a quote that is still open", "ask for a new quote"));
    }

    /** Why an order did not come onto the books, or not as an open one. */
    static List<Fault> of(EntryOutcome entry) {
        return switch (entry) {
            case EntryOutcome.Refused refused -> refused.faults();
            case EntryOutcome.Taken taken ->
                switch (taken.verdict()) {
                    case OrderVerdict.Rejected rejected ->
                        rejected.reasons().stream().map(QuoteFaults::fault).toList();
                    case OrderVerdict.Accepted accepted -> List.of(notOpen(taken));
                    case OrderVerdict.Held held -> List.of(notOpen(taken));
                };
        };
    }

    private static Fault notOpen(EntryOutcome.Taken taken) {
        return new Fault(
                "number",
                taken.order().number() + " is " + taken.order().status(),
                "a number that is not taken",
                "leave the number out, or give another");
    }

    private static Fault fault(Decision decision) {
        return new Fault(
                decision.field(),
                decision.found(),
                decision.wanted(),
                decision.message() + " (rule " + decision.ruleId() + ")");
    }

    private void ofLine(String place, OrderDraft.Line line, List<Fault> faults) {
        if (line.quantity().isZero()) {
            faults.add(new Fault(
                    place + ".quantity", line.quantity().toString(), "more than 0", "give the quantity wanted"));
        }
        LocalDate today = times.today();
        if (line.releases().isEmpty()) {
            pastDay(place + ".requested", line.requested(), today, faults);
        }
        for (int i = 0; i < line.releases().size(); i++) {
            Release release = line.releases().get(i);
            pastDay(place + ".releases[" + i + "].requested", release.requested(), today, faults);
        }
        catalog.findLately(line.item())
                .ifPresentOrElse(
                        item -> ofItem(place, line, item, faults),
                        () -> faults.add(new Fault(
                                place + ".item",
                                line.item().value(),
                                "the number of an item",
                                "put the item into the catalogue, or correct the number")));
    }

    private void ofItem(String place, OrderDraft.Line line, Item item, List<Fault> faults) {
        if (!line.quantity().unit().equals(item.unit())) {
            faults.add(new Fault(
                    place + ".quantity",
                    line.quantity().toString(),
                    "a quantity in " + item.unit(),
                    "give the quantity in the unit of " + item.number()));
        }
        if (!item.type().isMade()
                || catalog.structureLately(item.number()).routing(item.number()).isEmpty()) {
            faults.add(new Fault(
                    place + ".item",
                    item.number().value(),
                    "an item with a routing",
                    "put a routing for it into the catalogue; without one nobody knows how long it takes"));
        }
    }

    private static void pastDay(String place, LocalDate requested, LocalDate today, List<Fault> faults) {
        if (requested.isBefore(today)) {
            faults.add(
                    new Fault(place, requested.toString(), today + " or later", "ask for a day that is still to come"));
        }
    }
}
