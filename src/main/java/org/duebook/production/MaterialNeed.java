package org.duebook.production;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/**
 * So much of an item must be there when the operation starts.
 *
 * @param reserved already taken from stock; what is not is looked for in stock, receipts and purchases by planning
 */
public record MaterialNeed(int operation, ItemNumber component, Quantity quantity, boolean reserved) {}
