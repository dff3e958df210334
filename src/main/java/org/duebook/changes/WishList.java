package org.duebook.changes;

import java.util.List;
import org.duebook.orders.OrderDraft;

/** What a file wants: values changed, with their rows, and orders written down. */
public record WishList(String file, List<Row> rows, List<OrderDraft> drafts) {

    public WishList {
        rows = List.copyOf(rows);
        drafts = List.copyOf(drafts);
    }

    /** @param number the row's number in the file */
    public record Row(int number, Wish wish) {}
}
