package org.duebook.policy.cover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duebook.policy.CheckReport.RowAt;
import org.duebook.policy.FactUsed;
import org.duebook.policy.table.Accepted.Span;
import org.duebook.policy.table.CellType;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.Row;
import org.duebook.policy.table.Row.Condition;
import org.jspecify.annotations.Nullable;

/** Says what was found as the table would. */
final class Words {

    private final Space space;
    private final String currency;

    /** @param currency ISO 4217 code amounts are in */
    Words(Space space, String currency) {
        this.space = space;
        this.currency = currency;
    }

    /** The values facts have on the sides a box does not leave open. */
    List<FactUsed> example(Box box, List<Record> facts, List<Row> rows) {
        List<FactUsed> used = new ArrayList<>();
        for (int number = 0; number < space.axes().size(); number++) {
            Axis axis = space.axes().get(number);
            if (!box.sides().get(number).equals(axis.all())) {
                used.add(new FactUsed(heading(axis, rows), shown(axis, ExampleFacts.value(axis.fact(), facts))));
            }
        }
        return used;
    }

    /** {@code day is 16 and collected is no}. */
    static String where(List<FactUsed> example) {
        return example.isEmpty()
                ? "everywhere"
                : "where "
                        + example.stream()
                                .map(each -> each.name() + " is " + each.value())
                                .collect(Collectors.joining(" and "));
    }

    /** The same of all facts of a box: {@code day is above 15 and collected is no}. */
    String where(Box box, List<Row> rows) {
        List<FactUsed> sides = new ArrayList<>();
        for (int number = 0; number < space.axes().size(); number++) {
            Axis axis = space.axes().get(number);
            Atoms side = box.sides().get(number);
            if (!side.equals(axis.all())) {
                sides.add(new FactUsed(heading(axis, rows), side(axis, side)));
            }
        }
        return where(sides);
    }

    String side(Axis axis, Atoms side) {
        List<String> words = new ArrayList<>();
        int[] runs = side.runs();
        for (int run = 0; run < runs.length; run += 2) {
            int first = runs[run];
            if (axis.atom(first).missing()) {
                words.add("missing");
                first++;
            }
            Span from = first > runs[run + 1] ? null : axis.atom(first).span();
            Span to = axis.atom(runs[run + 1]).span();
            if (from != null && to != null) {
                words.add(span(axis, from, to));
            } else {
                for (int number = first; number <= runs[run + 1]; number++) {
                    String name = axis.atom(number).name();
                    words.add(name.isEmpty() ? "anything else" : name);
                }
            }
        }
        return String.join(" or ", words);
    }

    private String span(Axis axis, Span first, Span last) {
        BigDecimal from = first.from();
        BigDecimal to = last.to();
        if (from != null && to != null) {
            String low = shown(axis, axis.typed(from));
            String high = shown(axis, axis.typed(to));
            String both = first.withFrom() && last.withTo() ? low + " to " + high : "between " + low + " and " + high;
            return low.equals(high) ? low : both;
        } else if (from != null) {
            return (first.withFrom() ? "at least " : "above ") + shown(axis, axis.typed(from));
        } else if (to != null) {
            return (last.withTo() ? "at most " : "below ") + shown(axis, axis.typed(to));
        }
        return "given";
    }

    private String shown(Axis axis, @Nullable Object value) {
        String unit = axis.type() == CellType.PERCENT ? " %" : axis.type() == CellType.MONEY ? " " + currency : "";
        return FactField.show(value) + (value == null ? "" : unit);
    }

    private static String heading(Axis axis, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.conditions().stream())
                .filter(condition -> condition.fact().equals(axis.fact()))
                .map(Condition::column)
                .findFirst()
                .orElse(axis.heading());
    }

    static List<RowAt> places(List<Row> rows) {
        return rows.stream()
                .map(row -> new RowAt(row.id(), row.file(), row.line()))
                .toList();
    }

    /** {@code CR-010}, or {@code CR-010, CR-020 and 3 more}. */
    static String ids(List<Row> rows, int most) {
        String named = rows.stream().limit(most).map(Row::id).collect(Collectors.joining(", "));
        return rows.size() > most ? named + " and " + (rows.size() - most) + " more" : named;
    }
}
