package org.duebook.imports;

import java.io.IOException;
import java.io.OutputStream;
import org.duebook.documents.SheetWriter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Door to exporting what the import format carries: every sheet with every column, as of one moment, in the order of the
 * records' numbers. Imported into an empty home it makes a plant whose export is equal.
 */
@Service
public class Exports {

    /** What is made of it. */
    public enum Form {
        WORKBOOK,
        /** A zip with a CSV file per sheet. */
        CSV
    }

    private final PlantExport plant;
    private final ItemExport items;
    private final CustomerExport customers;
    private final OrderExport orders;
    private final TransactionTemplate snapshot;

    Exports(
            PlantExport plant,
            ItemExport items,
            CustomerExport customers,
            OrderExport orders,
            PlatformTransactionManager transactions) {
        this.plant = plant;
        this.items = items;
        this.customers = customers;
        this.orders = orders;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Writes it to the stream, which stays open. Orders are read page by page, so that their number does not matter. */
    public void write(Form form, OutputStream out) throws IOException {
        try (SheetWriter sheets = form == Form.WORKBOOK ? SheetWriter.workbook() : SheetWriter.csvZip()) {
            for (SheetFormat format : SheetFormat.values()) {
                sheets.sheet(
                        format.sheetName(),
                        format.columns().stream().map(SheetColumn::name).toList());
            }
            snapshot.executeWithoutResult(status -> {
                plant.write(sheets);
                items.write(sheets);
                customers.write(sheets);
                orders.write(sheets);
            });
            sheets.writeTo(out);
        }
    }
}
