package org.duebook.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private int further;
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

    /** Faults that were found and not kept. */
    int further() {
        return further;
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
        read(sheet, row, () -> nested(part)).ifPresent(saved -> count(sheet, List.of(saved)));
    }

    /** Reads one part; refused when that throws. */
    <T> Optional<T> read(SheetFormat sheet, Cells row, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Cells.Refused refused) {
            refuse(sheet, row.withOthers(refused));
        } catch (IllegalArgumentException | DataIntegrityViolationException wrong) {
            String at = sheet.sheetName() + "!" + row.row();
            refuse(
                    sheet,
                    new Cells.Refused(
                            List.of(new Fault(at, "a row that cannot be kept", cause(wrong), "correct the row"))));
        }
        return Optional.empty();
    }

    /** Counts a part as refused and keeps its faults. */
    void refuse(SheetFormat sheet, Cells.Refused refused) {
        counts.computeIfAbsent(sheet, key -> new int[4])[3]++;
        for (Fault fault : refused.faults()) {
            if (faults.size() < ImportReport.LISTED) {
                faults.add(fault);
            } else {
                further++;
            }
        }
    }

    /** Runs work that leaves nothing behind when it throws. */
    <T> T nested(Supplier<T> work) {
        return Objects.requireNonNull(nested.execute(status -> work.get()));
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
