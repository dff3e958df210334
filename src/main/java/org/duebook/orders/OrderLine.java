package org.duebook.orders;

import java.time.LocalDate;
import java.util.List;
import org.duebook.catalog.Specification;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;

/** A line of an order as it was taken. {@code releases} is never empty: a plain line has one, for all of it. */
public record OrderLine(
        OrderLineId id,
        ItemNumber item,
        String itemName,
        String shortDescription,
        Specification specification,
        Quantity quantity,
        Money unitPrice,
        LocalDate requested,
        List<Release> releases,
        boolean tolerancesAccepted) {

    public OrderLine {
        releases = List.copyOf(releases);
    }

    public Money amount() {
        return unitPrice.times(quantity.amount());
    }
}
