package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.promising.PromiseStore.GivenDate;
import org.duebook.shared.OrderLineId;

/** Sums the dates given for a line's releases up to one date for the line: that of its last release. */
final class PromiseHistory {

    private static final Comparator<GivenDate> IN_TIME = Comparator.comparing(
                    (GivenDate date) -> date.revision().at())
            .thenComparing(GivenDate::number)
            .thenComparing(GivenDate::release);

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
        return new PromiseView(given.getFirst().line(), requested, revisions(given));
    }

    /** What was given at first of all releases together, then each date in the order of time, whichever release it was of. */
    private static List<PromiseView.Revision> revisions(List<GivenDate> given) {
        List<GivenDate> inTime = given.stream().sorted(IN_TIME).toList();
        Map<Integer, PromiseView.Revision> standing = new HashMap<>();
        List<PromiseView.Revision> revisions = new ArrayList<>();
        for (GivenDate date : inTime) {
            boolean first = date.number() == 1 && revisions.size() <= 1;
            standing.put(date.release(), date.revision());
            PromiseView.Revision last = latest(standing.values());
            if (first) {
                revisions.clear();
                revisions.add(last);
            } else {
                PromiseView.Revision now = date.revision();
                revisions.add(new PromiseView.Revision(last.promised(), now.at(), now.by(), now.reason()));
            }
        }
        return revisions;
    }

    private static PromiseView.Revision latest(Collection<PromiseView.Revision> standing) {
        return standing.stream()
                .max(Comparator.comparing(PromiseView.Revision::promised))
                .orElseThrow();
    }
}
