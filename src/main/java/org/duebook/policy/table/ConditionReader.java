package org.duebook.policy.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one cell; the grammar is {@code [not] a|b}, {@code a..b}, {@code >= a}, or {@code a}. */
final class ConditionReader {

    private static final List<String> SIGNS = List.of(">=", "<=", ">", "<", "=");

    private final FactField fact;
    private final CellType type;
    private final String currency;

    ConditionReader(FactField fact, CellType type, String currency) {
        this.fact = fact;
        this.type = type;
        this.currency = currency;
    }

    ConditionCell read(String cell) {
        boolean not = cell.startsWith("not ");
        String body = not ? cell.substring(4).strip() : cell;
        boolean ordered = type != CellType.YES_NO && type != CellType.CHOICE && type != CellType.CODE;
        if (!ordered) {
            return type == CellType.YES_NO ? yesNo(body, not) : names(body, not);
        }
        if (not) {
            return bad(body);
        }
        for (String sign : SIGNS) {
            if (body.startsWith(sign)) {
                String value = body.substring(sign.length()).strip();
                return literal(value)
                        .map(it -> test(compare(sign.equals("=") ? "==" : sign, it)))
                        .orElseGet(() -> bad(value));
            }
        }
        return body.contains("..") ? range(body) : set(body);
    }

    private ConditionCell yesNo(String body, boolean not) {
        return Values.yesNo(body)
                .filter(yes -> !not)
                .map(yes -> test(fact.name() + " == " + yes))
                .orElseGet(() -> bad(body));
    }

    private ConditionCell names(String body, boolean not) {
        List<String> quoted = new ArrayList<>();
        for (String part : body.split("\\|", -1)) {
            String name = part.strip();
            boolean known = type == CellType.CODE
                    ? Values.code(name).isPresent()
                    : fact.choices().contains(name);
            if (!known) {
                return bad(name);
            }
            quoted.add('"' + name + '"');
        }
        return test(fact.name() + (not ? " not in (" : " in (") + String.join(", ", quoted) + ")");
    }

    private ConditionCell range(String body) {
        int dots = body.indexOf("..");
        String to = body.substring(dots + 2).strip();
        String from = body.substring(0, dots).strip();
        if (type == CellType.MONEY && !from.endsWith(currency)) {
            from = from + " " + currency;
        }
        Optional<String> low = literal(from);
        Optional<String> high = literal(to);
        if (low.isEmpty() || high.isEmpty()) {
            return bad(low.isEmpty() ? from : to);
        }
        if (bare(low.get()).compareTo(bare(high.get())) > 0) {
            return new ConditionCell.Bad("a range from low to high", "swap the two ends");
        }
        return test(compare(">=", low.get()), compare("<=", high.get()));
    }

    private ConditionCell set(String body) {
        List<String> either = new ArrayList<>();
        for (String part : body.split("\\|", -1)) {
            Optional<String> value = literal(part.strip());
            if (value.isEmpty()) {
                return bad(part.strip());
            }
            either.add(compare("==", value.get()));
        }
        return test(String.join(" || ", either));
    }

    private ConditionCell test(String... constraints) {
        List<String> all = new ArrayList<>();
        if (ConditionCell.isNullable(fact)) {
            all.add(fact.name() + " != null");
        }
        all.addAll(List.of(constraints));
        return new ConditionCell.Test(List.copyOf(all));
    }

    private String compare(String sign, String literal) {
        String left = type == CellType.DATE ? fact.name() + ".toEpochDay()" : fact.name();
        return left + " " + sign + " " + literal;
    }

    private Optional<String> literal(String text) {
        boolean decimal = fact.javaType() == BigDecimal.class;
        return switch (type) {
            case NUMBER ->
                decimal
                        ? Values.number(text).map(it -> it.toPlainString() + "B")
                        : Values.days(text).filter(it -> !text.endsWith("d")).map(String::valueOf);
            case PERCENT -> Values.percent(text).map(it -> it.toPlainString() + "B");
            case MONEY -> Values.money(text, currency).map(it -> it.toPlainString() + "B");
            case DAYS -> Values.days(text).map(String::valueOf);
            case DATE -> Values.date(text).map(LocalDate::toEpochDay).map(String::valueOf);
            case YES_NO, CHOICE, CODE, OUTCOME, FACT, TEXT, DURATION, ROLES -> Optional.empty();
        };
    }

    private static BigDecimal bare(String literal) {
        return new BigDecimal(literal.endsWith("B") ? literal.substring(0, literal.length() - 1) : literal);
    }

    private ConditionCell bad(String found) {
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
            case OUTCOME, FACT, TEXT, DURATION, ROLES -> wrong("no condition: the column is a result");
        };
    }

    private static ConditionCell wrong(String wanted) {
        return new ConditionCell.Bad(wanted, "correct the cell, or write - for any");
    }
}
