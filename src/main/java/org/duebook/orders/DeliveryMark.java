package org.duebook.orders;

import org.duebook.shared.Money;

/**
 * That something of an order was delivered.
 *
 * @param order as it was read and locked; several marks of one order name the same
 * @param open value of what is still owed after it, in the order's currency
 * @param complete whether every line is delivered in full
 * @param text the words for the order's history
 */
public record DeliveryMark(CustomerOrder order, Money open, boolean complete, String text) {}
