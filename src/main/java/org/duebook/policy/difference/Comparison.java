package org.duebook.policy.difference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleSetDifference;
import org.duebook.policy.RuleSetDifference.Change;
import org.duebook.policy.RuleSetDifference.OfFile;
import org.duebook.policy.RuleSetDifference.OfTable;
import org.duebook.policy.RuleSetDifference.OfText;
import org.duebook.policy.WorkbookRead;
import org.duebook.policy.load.OrderedTables;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleWorkbook;
import org.duebook.policy.table.Csv;
import org.duebook.policy.table.Faults;

/** Compares the files of two rule sets: tables by row, others by line. Faulty ones too: a table that cannot be read is text. */
public final class Comparison {

    private static final String WORKBOOK = ".xlsx";

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
                from.differing(to).stream()
                        .map(comparison::table)
                        .distinct()
                        .map(comparison::file)
                        .toList());
    }

    /** The name of a table for the workbook it lies in, so that both are one file; not where it lies there twice. */
    private String table(String path) {
        String table = path.replaceFirst("^(tables/.*)\\.xlsx$", "$1.csv");
        boolean twice =
                Stream.of(from, to).anyMatch(files -> files.has(table) && !table.equals(path) && files.has(path));
        return twice ? path : table;
    }

    private OfFile file(String path) {
        String before = from.lying(path);
        String after = to.lying(path);
        Change change = !from.has(before) ? Change.ADDED : to.has(after) ? Change.CHANGED : Change.REMOVED;
        String told = to.has(after) ? after : before;
        Optional<Csv> old = table(before, from);
        Optional<Csv> fresh = table(after, to);
        boolean readable = (old.isPresent() || !from.has(before)) && (fresh.isPresent() || !to.has(after));
        if (path.endsWith(".csv") && readable) {
            return new OfTable(told, change, Rows.between(old, fresh, ordered.contains(path)));
        }
        return new OfText(told, change, Lines.between(text(before, from), text(after, to)));
    }

    private static Optional<Csv> table(String path, RuleFiles files) {
        boolean isTable = path.endsWith(".csv") || path.endsWith(WORKBOOK);
        if (!isTable || !files.has(path)) {
            return Optional.empty();
        }
        WorkbookRead read = read(path, files);
        Faults faults = new Faults();
        Optional<Csv> table = Csv.read(path, read.csv().getBytes(StandardCharsets.UTF_8), faults);
        return faults.isEmpty() && read.faults().isEmpty() ? table : Optional.empty();
    }

    /** A workbook that cannot be read is told by why. */
    private static String text(String path, RuleFiles files) {
        WorkbookRead read = read(path, files);
        return read.faults().isEmpty()
                ? read.csv()
                : read.faults().stream().map(RuleFault::toString).collect(Collectors.joining("\n"));
    }

    private static WorkbookRead read(String path, RuleFiles files) {
        return path.endsWith(WORKBOOK) && files.has(path)
                ? RuleWorkbook.read(path, files.bytes(path))
                : new WorkbookRead(new String(files.bytes(path), StandardCharsets.UTF_8), List.of());
    }
}
