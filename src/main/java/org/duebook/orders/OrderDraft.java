package org.duebook.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.duebook.catalog.Specification;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was asked for, before any rule has seen it. Customer, ship-to, items and units may be unknown: that is
 * for the rules to say.
 *
 * @param number given by an import; else the plant's next number is drawn
 * @param orderDate the day the customer ordered; else today in the plant's zone
 * @param shipTo code of the customer's ship-to; empty for its first
 * @param priority 1 (highest) to 9
 * @param clerk code of the responsible clerk, may be empty
 * @param customerReference the customer's own order number, may be empty
 * @param depositPaidPercent share of the amount already prepaid, 0 to 100
 */
public record OrderDraft(
        @Nullable OrderNumber number,
        CustomerNumber customer,
        String shipTo,
        OrderType type,
        Channel channel,
        int priority,
        @Nullable LocalDate orderDate,
        String clerk,
        String region,
        String customerReference,
        DeliveryTerm deliveryTerm,
        Currency currency,
        @Nullable Project project,
        BigDecimal depositPaidPercent,
        List<Line> lines) {

    public OrderDraft {
        lines = List.copyOf(lines);
    }

    /**
     * @param specification the customer's own; null takes the item's
     * @param unitPrice null takes the list price
     * @param releases dated parts that add up to the quantity; empty means all of it on {@code requested}
     * @param tolerancesAccepted whether the plant has accepted the tolerances asked for
     */
    public record Line(
            int line,
            ItemNumber item,
            Quantity quantity,
            @Nullable Money unitPrice,
            LocalDate requested,
            List<Release> releases,
            @Nullable Specification specification,
            boolean tolerancesAccepted) {

        public Line {
            releases = List.copyOf(releases);
        }
    }
}
