package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duebook.promising.PromiseStore.GivenDate;
import org.duebook.shared.OrderLineId;

/** Sums the dates given for a line's releases up to one date for the line: that of its last release. */
final class PromiseHistory {

    private PromiseHistory() {}

    static Map<OrderLineId, PromiseView> of(List<GivenDate> given) {
        return given.stream()
                .collect(Collectors.groupingBy(
                        GivenDate::line, Collectors.collectingAndThen(Collectors.toList(), PromiseHistory::ofLine)));
    }

    private static PromiseView ofLine(List<GivenDate> given) {
        LocalDate requested = given.stream()
                .map(GivenDate::requested)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int last = given.stream().mapToInt(GivenDate::number).max().orElseThrow();
        List<PromiseView.Revision> revisions = new ArrayList<>();
        for (int revision = 1; revision <= last; revision++) {
            revisions.add(latest(given, revision));
        }
        return new PromiseView(given.getFirst().line(), requested, revisions);
    }

    /** The latest date among the releases as it stood after a revision. */
    private static PromiseView.Revision latest(List<GivenDate> given, int revision) {
        Map<Integer, GivenDate> standing = new TreeMap<>();
        given.stream()
                .filter(date -> date.number() <= revision)
                .forEach(date -> standing.merge(
                        date.release(), date, (one, other) -> one.number() > other.number() ? one : other));
        return standing.values().stream()
                .map(GivenDate::revision)
                .max(Comparator.comparing(PromiseView.Revision::promised))
                .orElseThrow();
    }
}
