package org.duebook.production;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/** So much of a purchased component must be there when the operation starts. */
public record MaterialNeed(int operation, ItemNumber component, Quantity quantity) {}
