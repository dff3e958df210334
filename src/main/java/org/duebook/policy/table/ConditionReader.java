package org.duebook.policy.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one cell; the grammar is {@code [not] a|b}, {@code a..b}, {@code >= a}, or {@code a}. */
final class ConditionReader {

    private static final List<String> SIGNS = List.of(">=", "<=", ">", "<", "=");

    private final FactField fact;
    private final CellType type;
    private final House house;

    ConditionReader(FactField fact, CellType type, House house) {
        this.fact = fact;
        this.type = type;
        this.house = house;
    }

    ConditionCell read(String cell) {
        boolean not = cell.startsWith("not ");
        String body = not ? cell.substring(4).strip() : cell;
        if (type == CellType.YES_NO) {
            return yesNo(body, not);
        }
        if (type == CellType.CHOICE || type == CellType.CODE || type == CellType.ROLE) {
            return names(body, not);
        }
        if (not) {
            return bad(body);
        }
        for (String sign : SIGNS) {
            if (body.startsWith(sign)) {
                String value = body.substring(sign.length()).strip();
                return literal(value)
                        .map(it -> test(new Accepted.Numbers(List.of(span(sign, it)))))
                        .orElseGet(() -> bad(value));
            }
        }
        return body.contains("..") ? range(body) : set(body);
    }

    private static Accepted.Span span(String sign, BigDecimal value) {
        return switch (sign) {
            case ">=" -> new Accepted.Span(value, true, null, false);
            case ">" -> new Accepted.Span(value, false, null, false);
            case "<=" -> new Accepted.Span(null, false, value, true);
            case "<" -> new Accepted.Span(null, false, value, false);
            default -> Accepted.Span.exactly(value);
        };
    }

    private ConditionCell yesNo(String body, boolean not) {
        return Values.yesNo(body)
                .filter(yes -> !not)
                .map(yes -> test(new Accepted.Flag(yes)))
                .orElseGet(() -> bad(body));
    }

    private ConditionCell names(String body, boolean not) {
        List<String> names = new ArrayList<>();
        for (String part : body.split("\\|", -1)) {
            String name = part.strip();
            if (!isName(name)) {
                return bad(name);
            }
            names.add(name);
        }
        return test(new Accepted.Names(names, not));
    }

    private boolean isName(String name) {
        return switch (type) {
            case ROLE -> house.roles().contains(name) && Values.code(name).isPresent();
            case CHOICE -> fact.choices().contains(name);
            default -> Values.code(name).isPresent();
        };
    }

    private ConditionCell range(String body) {
        int dots = body.indexOf("..");
        String to = body.substring(dots + 2).strip();
        String from = body.substring(0, dots).strip();
        if (type == CellType.MONEY && !from.endsWith(house.currency())) {
            from = from + " " + house.currency();
        }
        Optional<BigDecimal> low = literal(from);
        Optional<BigDecimal> high = literal(to);
        if (low.isEmpty() || high.isEmpty()) {
            return bad(low.isEmpty() ? from : to);
        }
        if (low.get().compareTo(high.get()) > 0) {
            return new ConditionCell.Bad("a range from low to high", "swap the two ends");
        }
        return test(new Accepted.Numbers(List.of(new Accepted.Span(low.get(), true, high.get(), true))));
    }

    private ConditionCell set(String body) {
        List<Accepted.Span> either = new ArrayList<>();
        for (String part : body.split("\\|", -1)) {
            Optional<BigDecimal> value = literal(part.strip());
            if (value.isEmpty()) {
                return bad(part.strip());
            }
            either.add(Accepted.Span.exactly(value.get()));
        }
        return test(new Accepted.Numbers(either));
    }

    private static ConditionCell test(Accepted accepted) {
        return new ConditionCell.Test(accepted);
    }

    /** A value as {@link Accepted#number} counts it. */
    private Optional<BigDecimal> literal(String text) {
        boolean decimal = fact.javaType() == BigDecimal.class;
        return switch (type) {
            case NUMBER ->
                decimal ? Values.number(text) : whole(Values.days(text).filter(it -> !text.endsWith("d")));
            case PERCENT -> Values.percent(text);
            case MONEY -> Values.money(text, house.currency());
            case DAYS -> whole(Values.days(text));
            case DATE -> Values.date(text).map(Accepted::number);
            case DURATION -> Values.duration(text).map(Accepted::number);
            case TIME -> Values.time(text).map(Accepted::number);
            case YES_NO, CHOICE, CODE, ROLE, OUTCOME, FACT, TEXT, ROLES, PATH, BASE -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> whole(Optional<Integer> days) {
        return days.map(Accepted::number);
    }

    private ConditionCell bad(String found) {
        String currency = house.currency();
        return switch (type) {
            case NUMBER ->
                wrong("a number such as 12.5, >= 10, 10..20 or 1|2, with a point and no thousands separator");
            case PERCENT -> wrong("a share such as 30 %, < 30 % or 10..20 %, with a point for decimals");
            case MONEY ->
                wrong("an amount in " + currency + " such as 5000 " + currency + ", >= 5000 " + currency
                        + " or 1000..5000 " + currency + ", without thousands separator");
            case DAYS -> wrong("whole days such as 7, > 30 or 1..5");
            case YES_NO -> wrong("yes or no");
            case DATE -> wrong("a date such as 2026-01-31, >= 2026-01-31 or 2026-01-01..2026-12-31");
            case CHOICE -> wrong(Near.wanted(found, fact.choices()) + ", several joined by |");
            case CODE -> wrong("a code of letters, digits, dot, dash, slash or underscore, several joined by |");
            case ROLE -> wrong(Near.wanted(found, house.roles()) + ", several joined by |");
            case DURATION -> wrong("a duration such as 30 min, >= 4 h or 1 d..2 d");
            case TIME -> wrong("a time of day such as 15:00, >= 15:00 or 08:00..14:59");
            case OUTCOME, FACT, TEXT, ROLES, PATH, BASE -> wrong("no condition: the column is a result");
        };
    }

    private static ConditionCell wrong(String wanted) {
        return new ConditionCell.Bad(wanted, "correct the cell, or write - for any");
    }
}
