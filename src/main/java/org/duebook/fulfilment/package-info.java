/**
 * Deliveries against order lines, in parts or whole. A delivery takes the plan's head lock, then the order's: the same way
 * round as promising, because the last delivery of a line ends its production and that is an entry of the plan's journal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "plant", "inventory", "orders", "production", "planning"})
package org.duebook.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
