package org.duebook.policy.difference;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duebook.policy.RuleSetDifference;
import org.duebook.policy.RuleSetDifference.OfLine;

/** Texts compared by line. */
final class Lines {

    /** Beyond so many lines that differ in a row, comparing them costs more than it tells: all are told as other ones. */
    private static final int MOST = 3_000;

    private Lines() {}

    static List<OfLine> between(String before, String after) {
        List<String> from = before.lines().toList();
        List<String> to = after.lines().toList();
        int head = 0;
        while (head < Math.min(from.size(), to.size()) && from.get(head).equals(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(from.size(), to.size()) - head
                && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        return compare(from.subList(head, from.size() - tail), to.subList(head, to.size() - tail), head);
    }

    private static List<OfLine> compare(List<String> from, List<String> to, int head) {
        List<OfLine> lines = new ArrayList<>();
        if (from.size() > MOST || to.size() > MOST) {
            tell(lines, RuleSetDifference.Change.REMOVED, from, 0, from.size(), head);
            tell(lines, RuleSetDifference.Change.ADDED, to, 0, to.size(), head);
            return lines;
        }
        List<Change> changes = new ArrayList<>(new MyersDiffWithLinearSpace<String>().computeDiff(from, to, null));
        changes.sort(Comparator.<Change>comparingInt(change -> change.startOriginal)
                .thenComparing(change -> change.deltaType == DeltaType.INSERT));
        for (Change change : changes) {
            tell(lines, RuleSetDifference.Change.REMOVED, from, change.startOriginal, change.endOriginal, head);
            tell(lines, RuleSetDifference.Change.ADDED, to, change.startRevised, change.endRevised, head);
        }
        return lines;
    }

    private static void tell(
            List<OfLine> into, RuleSetDifference.Change change, List<String> of, int start, int end, int head) {
        for (int i = start; i < end; i++) {
            into.add(new OfLine(change, head + i + 1, of.get(i)));
        }
    }
}
