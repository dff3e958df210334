package org.duebook.forms;

import java.util.List;
import org.duebook.changes.Changes;
import org.duebook.changes.WishList;
import org.duebook.documents.Sheet;
import org.duebook.documents.SheetReader;
import org.duebook.documents.SheetsRead;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an edited order balance sheet back. What was edited is filed as change proposals, rows without an order number as
 * drafts of orders, one per customer; the books stay as they are. Results, such as the balance or the stage, are not read.
 */
@Service
public class ReturnedSheet {

    private final Orders orders;
    private final Promising promising;
    private final Changes changes;
    private final Plant plant;

    ReturnedSheet(Orders orders, Promising promising, Changes changes, Plant plant) {
        this.orders = orders;
        this.promising = promising;
        this.changes = changes;
        this.plant = plant;
    }

    /** Says what filing the sheet would do. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Returned preview(String fileName, byte[] content) {
        SheetsRead read = SheetReader.keyed(fileName, content, "order");
        ReturnedRows rows = new ReturnedRows(orders, promising, plant.profile().currency());
        if (read.faults().isEmpty()) {
            for (Sheet sheet : read.sheets()) {
                rows.read(sheet);
            }
        }
        List<Fault> faults = read.faults().isEmpty() ? rows.faults() : read.faults();
        return new Returned(
                new WishList(shown(fileName), rows.wishes(), rows.drafts()), rows.unchanged(), faults, null);
    }

    /** Files the sheet's wishes, all of them or, with any fault, none. Sent again, it files nothing twice. */
    @Transactional
    public Returned file(String fileName, byte[] content, Actor by) {
        Returned returned = preview(fileName, content);
        return returned.faults().isEmpty()
                ? new Returned(returned.wishes(), returned.unchanged(), List.of(), changes.file(returned.wishes(), by))
                : returned;
    }

    private static String shown(String fileName) {
        String plain = fileName.replaceAll("\\p{Cntrl}", "?");
        return plain.substring(Math.max(0, plain.length() - 100));
    }
}
