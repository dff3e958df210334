package org.duebook.catalog;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/**
 * One line of a bill of material: so much of the component goes into one unit of the parent.
 *
 * @param operation sequence of the parent's routing step that consumes it
 */
public record BillLine(ItemNumber parent, ItemNumber component, Quantity perUnit, int operation) {}
