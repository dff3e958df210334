package org.duebook.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Saved;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what an import holds part by part: each wholly or, with its faults, not at all. */
final class Parts {

    private final TransactionTemplate nested;
    private final Actor by;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<SheetFormat, int[]> counts = new LinkedHashMap<>();
    private final Map<SheetFormat, Set<String>> keys = new HashMap<>();

    Parts(TransactionTemplate nested, Actor by) {
        this.nested = nested;
        this.by = by;
    }

    Actor by() {
        return by;
    }

    List<Fault> faults() {
        return faults;
    }

    List<ImportReport.SheetCount> counts() {
        return counts.entrySet().stream()
                .map(each -> new ImportReport.SheetCount(
                        each.getKey().sheetName(),
                        each.getValue()[0],
                        each.getValue()[1],
                        each.getValue()[2],
                        each.getValue()[3]))
                .toList();
    }

    /** Takes one part; the row is where a fault is placed that names no cell of its own. */
    void take(SheetFormat sheet, Cells row, Supplier<Saved> part) {
        int[] count = counts.computeIfAbsent(sheet, key -> new int[4]);
        try {
            Saved saved = nested.execute(status -> part.get());
            count[saved.ordinal()]++;
        } catch (Cells.Refused refused) {
            count[3]++;
            faults.addAll(refused.faults());
        } catch (IllegalArgumentException | DataIntegrityViolationException wrong) {
            count[3]++;
            faults.add(new Fault(
                    sheet.sheetName() + "!" + row.row(), "a row that cannot be kept", cause(wrong), "correct the row"));
        }
    }

    /** Counts what was taken along with a part of another sheet. */
    void count(SheetFormat sheet, List<Saved> taken) {
        int[] count = counts.computeIfAbsent(sheet, key -> new int[4]);
        taken.forEach(saved -> count[saved.ordinal()]++);
    }

    /** Refuses a key that a row before already had. */
    void once(SheetFormat sheet, Cells row, String column, String key) {
        if (!keys.computeIfAbsent(sheet, each -> new HashSet<>()).add(key)) {
            throw row.refused(column, key, "each once", "remove one of the two rows");
        }
    }

    private static String cause(Throwable wrong) {
        Throwable at = wrong;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        String said = String.valueOf(at.getMessage());
        return said.length() > 300 ? said.substring(0, 300) + "…" : said;
    }
}
