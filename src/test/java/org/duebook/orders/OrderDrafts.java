package org.duebook.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.duebook.catalog.Specification;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/** Writes drafts in few words: ten drive shafts for Nordhaven, unless said otherwise. */
public final class OrderDrafts {

    public static final LocalDate ORDERED = LocalDate.of(2026, 1, 5);
    public static final LocalDate WANTED = LocalDate.of(2026, 1, 20);

    private @Nullable OrderNumber number;
    private CustomerNumber customer = new CustomerNumber("K-1003");
    private OrderType type = OrderType.STANDARD;
    private int priority = 5;
    private String reference = "";
    private Currency currency = Currency.getInstance("EUR");
    private @Nullable Project project;
    private BigDecimal depositPaid = BigDecimal.ZERO;
    private final List<OrderDraft.Line> lines = new ArrayList<>();

    private OrderDrafts() {}

    public static OrderDrafts order() {
        return new OrderDrafts();
    }

    public static OrderDrafts order(String number) {
        OrderDrafts draft = new OrderDrafts();
        draft.number = new OrderNumber(number);
        return draft;
    }

    OrderDrafts of(String wanted) {
        customer = new CustomerNumber(wanted);
        return this;
    }

    OrderDrafts type(OrderType wanted) {
        type = wanted;
        return this;
    }

    OrderDrafts priority(int wanted) {
        priority = wanted;
        return this;
    }

    OrderDrafts reference(String wanted) {
        reference = wanted;
        return this;
    }

    OrderDrafts in(String wanted) {
        currency = Currency.getInstance(wanted);
        return this;
    }

    OrderDrafts project(Project wanted) {
        project = wanted;
        return this;
    }

    OrderDrafts depositPaid(String percent) {
        depositPaid = new BigDecimal(percent);
        return this;
    }

    public OrderDrafts line(String item, int pieces, @Nullable String price) {
        return line(new OrderDraft.Line(
                lines.size() + 1,
                new ItemNumber(item),
                pieces(pieces),
                price == null ? null : Money.of(new BigDecimal(price), currency),
                WANTED,
                List.of(),
                null,
                true));
    }

    OrderDrafts released(String item, int pieces, Release... releases) {
        return line(new OrderDraft.Line(
                lines.size() + 1, new ItemNumber(item), pieces(pieces), null, WANTED, List.of(releases), null, true));
    }

    OrderDrafts specified(String item, int pieces, Specification own) {
        return line(new OrderDraft.Line(
                lines.size() + 1, new ItemNumber(item), pieces(pieces), null, WANTED, List.of(), own, false));
    }

    OrderDrafts line(OrderDraft.Line line) {
        lines.add(line);
        return this;
    }

    public OrderDraft draft() {
        if (lines.isEmpty()) {
            line("AV-1010", 10, null);
        }
        return empty();
    }

    OrderDraft empty() {
        return new OrderDraft(
                number,
                customer,
                "",
                type,
                Channel.EMAIL,
                priority,
                ORDERED,
                "S-03",
                "NORTH",
                reference,
                DeliveryTerm.DELIVERED,
                currency,
                project,
                depositPaid,
                lines);
    }

    public static Quantity pieces(int count) {
        return Quantity.of(count, Unit.PIECES);
    }
}
