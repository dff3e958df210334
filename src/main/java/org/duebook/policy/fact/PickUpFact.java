package org.duebook.policy.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duebook.policy.OrderFacts;

/**
 * Goods of an order that wait to be collected, as the rules see them; amounts are in whatever currency the order has.
 *
 * @param day days from the receipt into stock, which is day 0, to the collection, or to today while they still wait
 * @param collected whether all of them are
 */
public record PickUpFact(
        @OneOf(OrderFacts.Type.class) String orderType,
        @ValidBy LocalDate orderDate,
        BigDecimal orderAmount,
        BigDecimal depositPaid,
        @AtLeast(0) int day,
        boolean collected) {}
