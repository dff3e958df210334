package org.duebook.imports;

import java.util.List;
import org.duebook.shared.Fault;

/**
 * What an import did.
 *
 * @param kept whether anything it counts is in the database now
 * @param sheets counts by sheet, in the order they were imported
 * @param faults every fault found, its field being {@code sheet!row.column}; of very many the first {@value #LISTED}
 * @param furtherFaults how many more there are
 */
public record ImportReport(boolean kept, List<SheetCount> sheets, List<Fault> faults, int furtherFaults) {

    /** Faults that are told one by one. */
    public static final int LISTED = 10_000;

    public ImportReport {
        sheets = List.copyOf(sheets);
        faults = List.copyOf(faults);
    }

    public ImportReport(boolean kept, List<SheetCount> sheets, List<Fault> faults) {
        this(kept, sheets, faults, 0);
    }

    /** Things a sheet holds (an order with its lines is one): how many were new, other than before, the same, refused. */
    public record SheetCount(String sheet, int created, int changed, int unchanged, int refused) {}
}
