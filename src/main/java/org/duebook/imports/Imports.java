package org.duebook.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.duebook.documents.SheetReader;
import org.duebook.documents.SheetsRead;
import org.duebook.planning.Planning;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Door to importing a plant's own data: master data, stock, orders, deliveries. */
@Service
public class Imports {

    private final PlantSheets plantSheets;
    private final ItemSheets itemSheets;
    private final CustomerSheets customerSheets;
    private final OrderSheets orderSheets;
    private final Planning planning;
    private final JdbcClient jdbc;
    private final TransactionTemplate whole;
    private final TransactionTemplate part;

    Imports(
            PlantSheets plantSheets,
            ItemSheets itemSheets,
            CustomerSheets customerSheets,
            OrderSheets orderSheets,
            Planning planning,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.planning = planning;
        this.jdbc = jdbc;
        this.plantSheets = plantSheets;
        this.itemSheets = itemSheets;
        this.customerSheets = customerSheets;
        this.orderSheets = orderSheets;
        this.whole = new TransactionTemplate(transactions);
        // Within a caller's transaction, what is not kept goes and what the caller did stays.
        this.whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Imports every CSV file of a folder. */
    public ImportReport run(Path folder, ImportOptions options, Actor by) throws IOException {
        return run(SheetReader.folder(folder), options, by);
    }

    /** Imports a file by its ending: one CSV file named after its sheet, a zip of them, or an xlsx workbook. */
    public ImportReport run(String fileName, byte[] content, ImportOptions options, Actor by) {
        return run(SheetReader.file(fileName, content), options, by);
    }

    /**
     * The same of a file that lies somewhere under whatever name; it is read as it streams.
     *
     * @param fileName as it was sent
     */
    public ImportReport run(String fileName, Path file, ImportOptions options, Actor by) throws IOException {
        return run(SheetReader.file(fileName, file), options, by);
    }

    private ImportReport run(SheetsRead read, ImportOptions options, Actor by) {
        List<Fault> faults = new ArrayList<>(read.faults());
        Rows rows = new Rows(read.sheets(), faults);
        if (faults.isEmpty()) {
            shift(rows, options, faults);
        }
        if (!faults.isEmpty()) {
            return new ImportReport(
                    false,
                    List.of(),
                    faults.subList(0, Math.min(ImportReport.LISTED, faults.size())),
                    Math.max(0, faults.size() - ImportReport.LISTED));
        }
        // Everything runs in one transaction whatever the mode: row by row, a refused part rolls back to before itself.
        return whole.execute(status -> {
            // Everybody who binds takes the plan's head row first; so do two imports at once, one after the other.
            planning.lock();
            readByKeys();
            Parts parts = new Parts(part, by);
            plantSheets.take(rows, parts);
            itemSheets.take(rows, parts);
            customerSheets.take(rows, parts);
            orderSheets.take(rows, parts);
            boolean keep =
                    !options.preview() && (parts.faults().isEmpty() || options.mode() == ImportOptions.Mode.ROW_BY_ROW);
            if (!keep) {
                status.setRollbackOnly();
            }
            return new ImportReport(keep, parts.counts(), parts.faults(), parts.further());
        });
    }

    /**
     * Whatever an import looks up it looks up by a key, in tables that this transaction fills and nobody has counted
     * since; left alone, the database would rather read them from end to end.
     */
    private void readByKeys() {
        jdbc.sql("select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)")
                .query()
                .listOfRows();
    }

    private static void shift(Rows rows, ImportOptions options, List<Fault> faults) {
        LocalDate day = options.shiftTo();
        if (day == null) {
            return;
        }
        if (day.getYear() < 1970 || day.getYear() > 2999) {
            faults.add(new Fault("shift-to", day.toString(), "a day from 1970 to 2999", "check the year"));
            return;
        }
        try {
            LocalDate reference = rows.of(SheetFormat.PLANT).stream()
                    .findFirst()
                    .map(row -> row.unshiftedDate("reference_monday"))
                    .orElseThrow(() -> new Cells.Refused(List.of(new Fault(
                            "plant",
                            "no such sheet",
                            "the sheet plant with its reference_monday",
                            "add it, or import without shift-to"))));
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            rows.shift((int) ChronoUnit.WEEKS.between(
                    reference.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), monday));
        } catch (Cells.Refused refused) {
            faults.addAll(refused.faults());
        }
    }
}
