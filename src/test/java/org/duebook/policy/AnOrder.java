package org.duebook.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/** Builds the facts of an order that nothing is wrong with, until a test says otherwise. */
public final class AnOrder {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private OrderFacts.Type type = OrderFacts.Type.STANDARD;
    private String amount = "1000";
    private @Nullable BigDecimal margin = new BigDecimal("30");
    private BigDecimal deposit = BigDecimal.ZERO;
    private int priority = 5;
    private boolean known = true;
    private boolean isNew;
    private String limit = "50000";
    private String exposure = "0";
    private int overdueDays;
    private String currency = "EUR";
    private LocalDate orderDate = DAY;
    private final List<LineFacts> lines = new ArrayList<>();

    public static AnOrder inOrder() {
        return new AnOrder();
    }

    public AnOrder type(OrderFacts.Type value) {
        type = value;
        return this;
    }

    public AnOrder amount(String value) {
        amount = value;
        return this;
    }

    public AnOrder margin(@Nullable String value) {
        margin = value == null ? null : new BigDecimal(value);
        return this;
    }

    public AnOrder prepaid(String percent) {
        deposit = new BigDecimal(percent);
        return this;
    }

    public AnOrder priority(int value) {
        priority = value;
        return this;
    }

    public AnOrder unknownCustomer() {
        known = false;
        return this;
    }

    public AnOrder newCustomer() {
        isNew = true;
        return this;
    }

    public AnOrder credit(String limitAmount, String exposureBefore) {
        limit = limitAmount;
        exposure = exposureBefore;
        return this;
    }

    public AnOrder overdue(int days) {
        overdueDays = days;
        return this;
    }

    public AnOrder in(String code) {
        currency = code;
        return this;
    }

    public AnOrder on(LocalDate day) {
        orderDate = day;
        return this;
    }

    public AnOrder line(String item, String unitPrice, LocalDate requested) {
        lines.add(line(lines.size() + 1, item, unitPrice, requested));
        return this;
    }

    public OrderFacts build() {
        List<LineFacts> all = lines.isEmpty() ? List.of(line(1, "SHAFT-32", "10", orderDate.plusDays(28))) : lines;
        return new OrderFacts(
                "SO-1",
                type,
                OrderFacts.Channel.API,
                orderDate,
                priority,
                Money.of(amount, currency),
                currency,
                margin,
                deposit,
                OrderFacts.Project.NONE,
                List.of(),
                null,
                new CustomerFacts(
                        "C-1",
                        known,
                        CustomerFacts.Status.ACTIVE,
                        isNew,
                        true,
                        true,
                        "DE",
                        "DE",
                        Money.of(limit, currency),
                        Money.of(exposure, currency),
                        Money.of("0", currency),
                        overdueDays,
                        30,
                        "A"),
                all);
    }

    private LineFacts line(int number, String item, String unitPrice, LocalDate requested) {
        return new LineFacts(
                number,
                item,
                true,
                true,
                true,
                Quantity.of(10, Unit.PIECES),
                Unit.PIECES,
                null,
                null,
                requested,
                true,
                true,
                true,
                true,
                true,
                true,
                Money.of(unitPrice, currency),
                Money.of("10", currency));
    }
}
