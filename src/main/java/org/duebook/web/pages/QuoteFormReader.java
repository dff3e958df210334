package org.duebook.web.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.customers.Customers;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.orders.Project;
import org.duebook.orders.Release;
import org.duebook.plant.Plant;
import org.duebook.promising.Confidence;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an order draft of a typed form. Only its shape is checked here; whether it makes sense is for the rules. */
@Component
class QuoteFormReader {

    private static final String DAY = "a day such as 2026-12-03";
    private static final String AMOUNT = "a number above 0 such as 250";

    private final Customers customers;
    private final Catalog catalog;
    private final Plant plant;

    QuoteFormReader(Customers customers, Catalog catalog, Plant plant) {
        this.customers = customers;
        this.catalog = catalog;
        this.plant = plant;
    }

    /** The draft; empty when the entry now has faults. */
    Optional<OrderDraft> read(QuoteForm form, Entry entry) {
        Optional<CustomerNumber> customer = entry.required(
                "customer", upper(form.customer()), "a customer number such as K-1001", CustomerNumber::new);
        Optional<OrderType> type = type(form, entry);
        Optional<Channel> channel = entry.required("channel", form.channel(), "a channel", Channel::valueOf);
        Optional<Integer> priority =
                entry.required("priority", form.priority(), "1 (highest) to 9", QuoteFormReader::priority);
        Optional<DeliveryTerm> term =
                entry.required("deliveryTerm", form.deliveryTerm(), "a delivery term", DeliveryTerm::valueOf);
        BigDecimal deposit = entry.optional(
                        "depositPaidPercent", form.depositPaidPercent(), "0 to 100", QuoteFormReader::percent)
                .orElse(BigDecimal.ZERO);
        @Nullable Project project = project(form, entry);
        Currency currency = customer.flatMap(customers::find)
                .map(known -> known.creditLimit().currency())
                .orElseGet(() -> plant.profile().currency());
        List<OrderDraft.Line> lines = lines(form, currency, entry);
        if (!entry.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OrderDraft(
                null,
                customer.orElseThrow(),
                upper(form.shipTo()),
                type.orElseThrow(),
                channel.orElseThrow(),
                priority.orElseThrow(),
                null,
                form.clerk(),
                form.region(),
                form.customerReference(),
                term.orElseThrow(),
                currency,
                project,
                deposit,
                lines));
    }

    /** The confidence typed, in per cent; null for the usual one, or when the entry now has a fault. */
    @Nullable
    Integer confidence(QuoteForm form, Entry entry) {
        String wanted = "whole per cent from " + Confidence.LEAST + " to " + Confidence.MOST;
        return entry.optional("confidence", form.confidence(), wanted, Integer::parseInt)
                .orElse(null);
    }

    private @Nullable Project project(QuoteForm form, Entry entry) {
        if (form.projectName().isEmpty()) {
            return null;
        }
        return entry.required("project.term", form.projectTerm(), DAY, Entry::day)
                .map(term -> new Project(form.projectName(), term, "true".equals(form.projectSignedOff())))
                .orElse(null);
    }

    private List<OrderDraft.Line> lines(QuoteForm form, Currency currency, Entry entry) {
        List<OrderDraft.Line> lines = new ArrayList<>();
        for (int index = 0; index < form.lines().size(); index++) {
            line(form.lines().get(index), index, currency, entry).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<OrderDraft.Line> line(QuoteForm.LineForm form, int index, Currency currency, Entry entry) {
        String at = "lines[" + index + "].";
        Optional<ItemNumber> item = entry.required(at + "item", upper(form.item()), "a part number", ItemNumber::new);
        Optional<BigDecimal> amount = entry.required(at + "quantity", form.quantity(), AMOUNT, Entry::positive);
        Optional<Unit> typed =
                entry.optional(at + "unit", form.unit().toLowerCase(Locale.ROOT), "a unit such as pcs", Unit::new);
        Unit unit = typed.or(() -> item.flatMap(catalog::find).map(Item::unit)).orElse(Unit.PIECES);
        List<Release> releases = releases(form.releases(), at, unit, entry);
        Optional<LocalDate> requested = requested(form, at, releases, entry);
        Optional<Money> price = entry.optional(
                        at + "unitPrice", form.unitPrice(), "a price such as 12.50", Entry::number)
                .map(number -> Money.of(number, currency));
        if (item.isEmpty() || amount.isEmpty() || requested.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OrderDraft.Line(
                index + 1,
                item.get(),
                Quantity.of(amount.get(), unit),
                price.orElse(null),
                requested.get(),
                releases,
                null,
                "true".equals(form.tolerancesAccepted())));
    }

    /** The day typed; a line in dated parts may leave it out and is then wanted with its last part. */
    private static Optional<LocalDate> requested(
            QuoteForm.LineForm form, String at, List<Release> releases, Entry entry) {
        if (form.requested().isEmpty() && !form.releases().isEmpty()) {
            return releases.stream().map(Release::requested).max(Comparator.naturalOrder());
        }
        return entry.required(at + "requested", form.requested(), DAY, Entry::day);
    }

    private static List<Release> releases(
            List<QuoteForm.LineForm.ReleaseForm> forms, String line, Unit unit, Entry entry) {
        List<Release> releases = new ArrayList<>();
        for (int index = 0; index < forms.size(); index++) {
            String at = line + "releases[" + index + "].";
            Optional<LocalDate> day =
                    entry.required(at + "requested", forms.get(index).requested(), DAY, Entry::day);
            Optional<BigDecimal> amount =
                    entry.required(at + "quantity", forms.get(index).quantity(), AMOUNT, Entry::positive);
            if (day.isPresent() && amount.isPresent()) {
                releases.add(new Release(day.get(), Quantity.of(amount.get(), unit)));
            }
        }
        return releases;
    }

    /** A rush is a standard order in less time; an order of another kind cannot be one too. */
    private static Optional<OrderType> type(QuoteForm form, Entry entry) {
        Optional<OrderType> type = entry.required("type", form.type(), "an order type", OrderType::valueOf);
        if (!form.isRush()) {
            return type;
        }
        type.filter(kind -> kind != OrderType.STANDARD)
                .ifPresent(kind -> entry.refuse(
                        "rush",
                        "rush and " + kind.name().toLowerCase(Locale.ROOT),
                        "a standard order",
                        "untick rush or choose the order type standard"));
        return Optional.of(OrderType.RUSH);
    }

    private static String upper(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    private static int priority(String typed) {
        int priority = Integer.parseInt(typed);
        if (priority < 1 || priority > 9) {
            throw new NumberFormatException(typed);
        }
        return priority;
    }

    private static BigDecimal percent(String typed) {
        BigDecimal percent = Entry.number(typed);
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new NumberFormatException(typed);
        }
        return percent;
    }
}
