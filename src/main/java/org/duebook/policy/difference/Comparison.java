package org.duebook.policy.difference;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.duebook.policy.RuleSetDifference;
import org.duebook.policy.RuleSetDifference.Change;
import org.duebook.policy.RuleSetDifference.OfFile;
import org.duebook.policy.RuleSetDifference.OfTable;
import org.duebook.policy.RuleSetDifference.OfText;
import org.duebook.policy.load.OrderedTables;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.table.Csv;
import org.duebook.policy.table.Faults;

/** Compares the files of two rule sets: tables by row, others by line. Faulty ones too: a table that cannot be read is text. */
public final class Comparison {

    private final RuleFiles from;
    private final RuleFiles to;
    private final Set<String> ordered;

    private Comparison(RuleFiles from, RuleFiles to) {
        this.from = from;
        this.to = to;
        this.ordered = OrderedTables.of(to);
    }

    public static RuleSetDifference between(RuleFiles from, RuleFiles to) {
        Comparison comparison = new Comparison(from, to);
        return new RuleSetDifference(
                from.version(),
                to.version(),
                from.differing(to).stream().map(comparison::file).toList());
    }

    private OfFile file(String path) {
        Change change = !from.has(path) ? Change.ADDED : to.has(path) ? Change.CHANGED : Change.REMOVED;
        Optional<Csv> before = table(path, from);
        Optional<Csv> after = table(path, to);
        boolean readable = (before.isPresent() || !from.has(path)) && (after.isPresent() || !to.has(path));
        if (path.endsWith(".csv") && readable) {
            return new OfTable(path, change, Rows.between(before, after, ordered.contains(path)));
        }
        return new OfText(path, change, Lines.between(text(path, from), text(path, to)));
    }

    private static Optional<Csv> table(String path, RuleFiles files) {
        if (!path.endsWith(".csv") || !files.has(path)) {
            return Optional.empty();
        }
        Faults faults = new Faults();
        Optional<Csv> table = Csv.read(path, files.bytes(path), faults);
        return faults.isEmpty() ? table : Optional.empty();
    }

    private static String text(String path, RuleFiles files) {
        return new String(files.bytes(path), StandardCharsets.UTF_8);
    }
}
