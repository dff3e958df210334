/**
 * What is there and what will come: stock on hand, scheduled receipts, reservations of made items.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
