package org.duebook.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** The form of a draft: what must be right before it can be kept and judged at all. Whether it makes sense is for the rules. */
final class OrderForm {

    static final int MOST_LINES = 500;
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_TEXT = 200;

    private final OrderDraft draft;
    private final Exchange exchange;
    private final List<Fault> faults = new ArrayList<>();

    private OrderForm(OrderDraft draft, Exchange exchange) {
        this.draft = draft;
        this.exchange = exchange;
    }

    static List<Fault> check(OrderDraft draft, Exchange exchange) {
        OrderForm form = new OrderForm(draft, exchange);
        form.checkHead();
        form.checkLines();
        return List.copyOf(form.faults);
    }

    private void checkHead() {
        if (draft.priority() < 1 || draft.priority() > 9) {
            fault("priority", draft.priority(), "1 (highest) to 9", "give a priority in that range");
        }
        BigDecimal deposit = draft.depositPaidPercent();
        if (deposit.signum() < 0 || deposit.compareTo(BigDecimal.valueOf(100)) > 0) {
            fault("depositPaidPercent", deposit.toPlainString(), "0 to 100", "give the share already prepaid");
        }
        if (!exchange.knows(draft.currency())) {
            fault(
                    "currency",
                    draft.currency(),
                    exchange.house() + " or a currency with an exchange rate",
                    "price the order in " + exchange.house() + ", or have the administrator set"
                            + " duebook.orders.exchange-rates." + draft.currency());
        }
        checkDay("orderDate", draft.orderDate());
        checkText("shipTo", draft.shipTo());
        checkText("clerk", draft.clerk());
        checkText("region", draft.region());
        checkText("customerReference", draft.customerReference());
        Project project = draft.project();
        if (project != null) {
            checkText("project.name", project.name());
            checkDay("project.term", project.term());
        }
    }

    private void checkLines() {
        if (draft.lines().isEmpty()) {
            fault("lines", "no lines", "at least one line", "add what is ordered");
        }
        if (draft.lines().size() > MOST_LINES) {
            fault(
                    "lines",
                    draft.lines().size() + " lines",
                    "at most " + MOST_LINES + " lines",
                    "split it into several orders");
            return;
        }
        Set<Integer> seen = new HashSet<>();
        for (int index = 0; index < draft.lines().size(); index++) {
            OrderDraft.Line line = draft.lines().get(index);
            String at = "lines[" + index + "]";
            if (line.line() < 1 || !seen.add(line.line())) {
                fault(at + ".line", line.line(), "a number from 1 that no other line has", "number the lines afresh");
            }
            checkLine(at, line);
        }
    }

    private void checkLine(String at, OrderDraft.Line line) {
        checkSize(at + ".quantity", line.quantity().amount());
        checkDay(at + ".requested", line.requested());
        Money price = line.unitPrice();
        if (price != null) {
            checkSize(at + ".unitPrice", price.amount());
            if (!price.currency().equals(draft.currency())) {
                fault(
                        at + ".unitPrice",
                        price,
                        "a price in " + draft.currency() + " like the order",
                        "price every line in one currency");
            }
            if (price.isNegative()) {
                fault(at + ".unitPrice", price, "0 or more", "grant a credit note instead");
            }
        }
        if (!line.releases().isEmpty()) {
            checkReleases(at + ".releases", line);
        }
    }

    private void checkReleases(String at, OrderDraft.Line line) {
        Quantity sum = Quantity.zero(line.quantity().unit());
        for (int index = 0; index < line.releases().size(); index++) {
            Release release = line.releases().get(index);
            String here = at + "[" + index + "]";
            checkDay(here + ".requested", release.requested());
            if (!release.quantity().unit().equals(sum.unit())) {
                fault(here + ".quantity", release.quantity(), "a quantity in " + sum.unit(), "use the line's unit");
                return;
            }
            if (release.quantity().isZero()) {
                fault(here + ".quantity", release.quantity(), "more than 0", "leave the release out");
            }
            sum = sum.plus(release.quantity());
        }
        if (!sum.equals(line.quantity())) {
            fault(at, sum, "releases that add up to " + line.quantity(), "correct a release or the line's quantity");
        }
    }

    private void checkSize(String field, BigDecimal amount) {
        if (amount.compareTo(MOST) > 0 || amount.scale() > MOST_DECIMALS) {
            fault(
                    field,
                    amount,
                    "at most " + MOST.toPlainString() + " with at most " + MOST_DECIMALS + " decimals",
                    "check the amount");
        }
    }

    private void checkDay(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1970 || day.getYear() > 2999)) {
            fault(field, day, "a day from 1970 to 2999", "check the year");
        }
    }

    private void checkText(String field, String text) {
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            fault(
                    field,
                    text.replace('\0', '?'),
                    "at most " + LONGEST_TEXT + " printable characters",
                    "shorten it or remove what cannot be printed");
        }
    }

    private void fault(String field, Object found, String wanted, String cure) {
        faults.add(new Fault(field, found.toString(), wanted, cure));
    }
}
