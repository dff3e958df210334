package org.duebook.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.customers.Customer;
import org.duebook.customers.ShipTo;
import org.duebook.documents.Form;
import org.duebook.documents.Form.Fact;
import org.duebook.documents.Table;
import org.duebook.documents.Table.Column;
import org.duebook.documents.Table.Value;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Project;
import org.duebook.orders.Resolution;
import org.duebook.shared.Language;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * The letter that tells a customer what the plant has taken on. Only what the customer may see goes in here: no margin, no
 * approval, no stage, no word of a rule.
 */
final class AcknowledgementForm {

    private final Issue issue;
    private final Words words;
    private final Language language;
    private final CustomerOrder order;
    private final @Nullable Customer customer;
    private final Map<OrderLineId, Map<Integer, LocalDate>> promised;

    /** @param promised by line and release */
    AcknowledgementForm(
            Issue issue,
            CustomerOrder order,
            @Nullable Customer customer,
            Map<OrderLineId, Map<Integer, LocalDate>> promised) {
        this.issue = issue;
        this.words = issue.words();
        this.language = issue.language();
        this.order = order;
        this.customer = customer;
        this.promised = promised;
    }

    Form form(List<OrderHold> holds) {
        String title = words.say("acknowledgement.title");
        List<Form.Part> parts = new ArrayList<>();
        parts.add(new Form.Part.Text(address()));
        parts.add(
                new Form.Part.Text(words.say("acknowledgement.greeting") + "\n" + words.say("acknowledgement.thanks")));
        parts.add(lines());
        parts.add(new Form.Part.Facts(terms(holds)));
        parts.add(new Form.Part.Text(words.say("acknowledgement.close")));
        return new Form(
                title + " " + order.number(),
                issue.note(title + " " + order.number()),
                head(),
                parts,
                List.of(words.say("acknowledgement.sign", issue.plant())),
                Form.Paper.A4,
                language);
    }

    private List<Fact> head() {
        List<Fact> facts = new ArrayList<>();
        facts.add(issue.fact("plant", issue.plant()));
        facts.add(
                issue.fact("acknowledgement.date", language.letterDay(issue.at().toLocalDate())));
        facts.add(issue.fact("acknowledgement.number", order.number().value()));
        facts.add(issue.fact("acknowledgement.order-date", language.letterDay(order.orderDate())));
        add(facts, "acknowledgement.reference", order.customerReference());
        facts.add(issue.fact("acknowledgement.customer", order.customer().value()));
        add(facts, "acknowledgement.clerk", order.clerk());
        Project project = order.project();
        add(facts, "acknowledgement.project", project == null ? "" : project.name());
        return facts;
    }

    private void add(List<Fact> facts, String key, String text) {
        if (!text.isBlank()) {
            facts.add(issue.fact(key, text));
        }
    }

    private String address() {
        if (customer == null) {
            return order.customer().value();
        }
        return Stream.of(customer.name(), country(customer.country()), customer.contact())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private Form.Part.Grid lines() {
        List<Column> columns = List.of(
                new Column(words.say("line"), 8),
                new Column(words.say("part"), 46),
                new Column(words.say("quantity"), 17),
                new Column(words.say("acknowledgement.price"), 20),
                new Column(words.say("acknowledgement.amount"), 22),
                new Column(words.say("requested"), 21),
                new Column(words.say("promised"), 21));
        List<Table.Row> rows = new ArrayList<>();
        order.lines().forEach(line -> rows.add(line(line)));
        rows.add(new Table.Row(
                List.of(
                        Value.NOTHING,
                        new Value.Text(words.say("acknowledgement.total")),
                        Value.NOTHING,
                        Value.NOTHING,
                        money(order.amount()),
                        Value.NOTHING,
                        Value.NOTHING),
                Table.Tone.MUTED));
        return new Form.Part.Grid(columns, rows, words.say("balance.empty"));
    }

    private Table.Row line(OrderLine line) {
        return new Table.Row(
                List.of(
                        new Value.Number(BigDecimal.valueOf(line.id().line())),
                        new Value.Stack(line.item() + " " + line.itemName(), details(line)),
                        new Value.Measure(
                                line.quantity().amount(), line.quantity().unit().code()),
                        money(line.unitPrice()),
                        money(line.amount()),
                        requested(line),
                        promised(line)),
                Table.Tone.PLAIN);
    }

    private String details(OrderLine line) {
        String dimensions = line.specification().dimensions();
        String tolerances = line.specification().tolerances();
        String tolerancesKey =
                line.tolerancesAccepted() ? "acknowledgement.tolerances.accepted" : "acknowledgement.tolerances";
        return Stream.of(
                        line.shortDescription(),
                        SpecificationWords.of(line.specification(), words),
                        dimensions.isBlank() ? "" : words.say("acknowledgement.dimensions", dimensions),
                        tolerances.isBlank() ? "" : words.say(tolerancesKey, tolerances))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private Value requested(OrderLine line) {
        return line.releases().size() == 1
                ? new Value.Text(language.day(line.requested()))
                : new Value.Text(line.releases().stream()
                        .map(release -> words.say(
                                "acknowledgement.part",
                                language.day(release.requested()),
                                language.number(release.quantity().amount())))
                        .collect(Collectors.joining("\n")));
    }

    private Value promised(OrderLine line) {
        Map<Integer, LocalDate> dates = promised.getOrDefault(line.id(), Map.of());
        String toConfirm = words.say("acknowledgement.to-confirm");
        List<String> parts = new ArrayList<>();
        for (int release = 1; release <= line.releases().size(); release++) {
            parts.add(Optional.ofNullable(dates.get(release)).map(language::day).orElse(toConfirm));
        }
        return new Value.Text(String.join("\n", parts));
    }

    private Value money(Money money) {
        return new Value.Measure(money.amount(), money.currency().getCurrencyCode());
    }

    private List<Fact> terms(List<OrderHold> holds) {
        List<Fact> facts = new ArrayList<>();
        facts.add(issue.fact(
                "acknowledgement.term",
                words.say("acknowledgement.term." + order.deliveryTerm().name())));
        if (customer != null) {
            facts.add(issue.fact("acknowledgement.payment", payment(customer)));
            customer.shipTo(order.shipTo())
                    .map(this::inWords)
                    .ifPresent(shipTo -> add(facts, "acknowledgement.ship-to", shipTo));
        }
        deposit(holds).ifPresent(deposit -> facts.add(issue.fact("acknowledgement.deposit", deposit)));
        return facts;
    }

    private String payment(Customer of) {
        return of.paymentTermsDays() == 0
                ? words.say("acknowledgement.payment.advance")
                : words.say("acknowledgement.payment.days", of.paymentTermsDays());
    }

    private String inWords(ShipTo shipTo) {
        return Stream.of(shipTo.name(), shipTo.address(), country(shipTo.country()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** The country of an ISO code, by its name. */
    private String country(String code) {
        return code.isBlank() ? "" : Locale.of("", code).getDisplayCountry(language.locale());
    }

    /** An accepted order has every deposit it was asked for. */
    private Optional<String> deposit(List<OrderHold> holds) {
        Optional<String> asked = holds.stream()
                .filter(hold -> hold.kind() == OrderHold.Kind.DEPOSIT)
                .filter(hold -> hold.resolved() != null && hold.resolved().resolution() == Resolution.GRANTED)
                .flatMap(hold -> inWords(hold).stream())
                .findFirst();
        if (asked.isPresent() || order.depositPaidPercent().signum() == 0) {
            return asked;
        }
        return Optional.of(words.say("acknowledgement.deposit.paid", plain(order.depositPaidPercent())));
    }

    private Optional<String> inWords(OrderHold hold) {
        Money deposit = hold.deposit();
        BigDecimal percent = hold.depositPercent();
        if (deposit == null) {
            return Optional.ofNullable(percent).map(share -> words.say("acknowledgement.deposit.paid", plain(share)));
        }
        return Optional.of(
                percent == null
                        ? words.say("acknowledgement.deposit.amount", language.money(deposit))
                        : words.say("acknowledgement.deposit.asked", language.money(deposit), plain(percent)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
