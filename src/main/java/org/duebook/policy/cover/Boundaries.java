package org.duebook.policy.cover;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.policy.CheckReport.Kind;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.table.Accepted.Span;
import org.duebook.policy.table.Row;

/**
 * Rows that differ in one range only, side by side: {@code 0..10} and {@code >= 11} miss what lies between, {@code 0..10} and
 * {@code 10..20} share the ten. Wider holes are meant; holes between days rows are valid on are not, however wide.
 */
final class Boundaries {

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final Coverage coverage;

    Boundaries(Coverage coverage) {
        this.coverage = coverage;
    }

    /** @param complete files whose gaps are told whole */
    void look(Set<String> complete) {
        for (int axis = 0; axis < coverage.space().axes().size(); axis++) {
            if (isRanged(coverage.space().axes().get(axis))) {
                for (List<Integer> row : groups(axis)) {
                    look(axis, row, complete);
                }
            }
        }
    }

    private static boolean isRanged(Axis axis) {
        Class<?> type = axis.fact().javaType();
        return type != boolean.class && type != String.class;
    }

    /** Rows that are the same on every other axis and one range on this, from low to high. */
    private List<List<Integer>> groups(int axis) {
        Map<Box, List<Integer>> groups = new LinkedHashMap<>();
        Atoms all = coverage.space().axes().get(axis).all();
        for (int at = 0; at < coverage.boxes().size(); at++) {
            Box box = coverage.boxes().get(at);
            Atoms side = box.sides().get(axis);
            if (!side.equals(all) && side.runs().length == 2 && !box.isEmpty()) {
                groups.computeIfAbsent(box.with(axis, all), key -> new ArrayList<>())
                        .add(at);
            }
        }
        groups.values()
                .forEach(group ->
                        group.sort(Comparator.comparing(at -> side(axis, at).at(0))));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private Atoms side(int axis, int at) {
        return coverage.boxes().get(at).sides().get(axis);
    }

    private void look(int axis, List<Integer> group, Set<String> complete) {
        int before = group.getFirst();
        for (int at : group.subList(1, group.size())) {
            int end = last(axis, before);
            int begin = side(axis, at).at(0);
            if (begin > end + 1) {
                hole(axis, before, at, Atoms.range(end + 1, begin - 1), complete);
            } else if (begin == end && coverage.hit() != HitPolicy.FIRST) {
                shared(axis, before, at);
            }
            before = last(axis, at) > end ? at : before;
        }
    }

    private int last(int axis, int at) {
        return side(axis, at).runs()[1];
    }

    private void hole(int number, int before, int after, Atoms hole, Set<String> complete) {
        Axis axis = coverage.space().axes().get(number);
        List<Row> both = List.of(coverage.rows().get(before), coverage.rows().get(after));
        boolean toldWhole = both.stream().map(Row::file).anyMatch(complete::contains);
        if (toldWhole
                || !isSmall(
                        axis, last(number, before), hole, side(number, after).at(0))) {
            return;
        }
        Box gap = coverage.boxes().get(before).with(number, hole);
        Optional<Box> part = Rest.of(gap, coverage.boxes(), coverage.budget()).part();
        part.flatMap(free -> coverage.example(free, both))
                .ifPresent(example -> coverage.tell(
                        Kind.GAP,
                        both,
                        axis.heading(),
                        "Between " + both.getFirst().id() + " and "
                                + both.getLast().id() + " no row applies: " + axis.heading() + " "
                                + coverage.words().side(axis, hole),
                        example.used(),
                        example.facts()));
    }

    /** Whether a hole looks like a slip: one value only, or no wider than the last digit written. */
    private static boolean isSmall(Axis axis, int end, Atoms hole, int begin) {
        Span low = axis.atom(end).span();
        Span high = axis.atom(begin).span();
        if (low == null || high == null || low.to() == null || high.from() == null) {
            return false;
        }
        Span only = axis.atom(hole.at(0)).span();
        boolean one = hole.size() == 1
                && only != null
                && only.from() != null
                && only.to() != null
                && only.from().compareTo(only.to()) == 0;
        Class<?> type = axis.fact().javaType();
        BigDecimal unit = type == LocalTime.class || type == Duration.class
                ? MINUTE
                : BigDecimal.ONE.movePointLeft(Math.max(decimals(low.to()), decimals(high.from())));
        return one || type == LocalDate.class || high.from().subtract(low.to()).compareTo(unit) <= 0;
    }

    private static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private void shared(int number, int before, int after) {
        Axis axis = coverage.space().axes().get(number);
        List<Row> both = List.of(coverage.rows().get(before), coverage.rows().get(after));
        Atoms common = side(number, before).and(side(number, after));
        boolean inside = side(number, before).holds(side(number, after))
                || side(number, after).holds(side(number, before));
        if (inside || common.size() != 1 || !Coverage.differ(both.getFirst(), both.getLast())) {
            return;
        }
        coverage.example(coverage.boxes().get(before).with(number, common), both)
                .ifPresent(example -> coverage.tell(
                        Kind.OVERLAP,
                        both,
                        axis.heading(),
                        both.getFirst().id() + " and " + both.getLast().id()
                                + " meet in one value and both apply to it: " + axis.heading() + " "
                                + coverage.words().side(axis, common),
                        example.used(),
                        example.facts()));
    }
}
