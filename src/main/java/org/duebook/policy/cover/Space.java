package org.duebook.policy.cover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.table.Accepted;
import org.duebook.policy.table.Accepted.Span;
import org.duebook.policy.table.CellType;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Row;
import org.duebook.policy.table.Row.Condition;

/** The axes of the rows that speak of one kind of fact; the day rows are valid by is one of them where any has dates. */
final class Space {

    static final String VALID = "valid";

    private final List<Axis> axes = new ArrayList<>();
    private final String about;
    private final FactField day;

    /** @param coin smallest difference of two amounts of money */
    Space(String about, List<Row> rows, BigDecimal coin) {
        this.about = about;
        this.day = FactTypes.validBy(about);
        Map<FactField, List<Accepted>> cells = new LinkedHashMap<>();
        Map<FactField, Condition> first = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Condition condition : row.conditions()) {
                cells.computeIfAbsent(condition.fact(), fact -> new ArrayList<>())
                        .add(condition.accepted());
                first.merge(condition.fact(), condition, (a, b) -> a.type() == CellType.MONEY ? b : a);
            }
            valid(row)
                    .ifPresent(accepted -> cells.computeIfAbsent(day, fact -> new ArrayList<>())
                            .add(accepted));
        }
        cells.forEach((fact, all) -> axes.add(
                first.containsKey(fact)
                        ? new Axis(fact, first.get(fact).type(), first.get(fact).column(), all, coin)
                        : new Axis(fact, CellType.DATE, VALID, all, coin)));
    }

    private static Optional<Accepted> valid(Row row) {
        return row.validFrom().isEmpty() && row.validTo().isEmpty()
                ? Optional.empty()
                : Optional.of(new Accepted.Numbers(List.of(new Span(
                        row.validFrom().map(BigDecimal::valueOf).orElse(null),
                        true,
                        row.validTo().map(BigDecimal::valueOf).orElse(null),
                        true))));
    }

    String about() {
        return about;
    }

    List<Axis> axes() {
        return axes;
    }

    Box everything() {
        return new Box(axes.stream().map(Axis::all).toList());
    }

    Box of(Row row) {
        List<Atoms> sides = new ArrayList<>();
        for (Axis axis : axes) {
            Atoms side = axis.all();
            for (Condition condition : row.conditions()) {
                if (condition.fact().equals(axis.fact())) {
                    side = side.and(axis.of(condition.accepted()));
                }
            }
            if (axis.fact().equals(day)) {
                side = valid(row).map(axis::of).map(side::and).orElse(side);
            }
            sides.add(side);
        }
        return new Box(sides);
    }
}
