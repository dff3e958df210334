/**
 * Production orders and their operations: planned at acceptance over the bill of material, progressed by the shop floor. Planning schedules what remains.
 *
 * <p>What shaped it: pieces that an operation loses are made again by an order of their own for the same line and in the same
 * place, from its first operation on, so that ordered, delivered and returned quantities, and with them the balance, never
 * hear of it; only time and material do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "plant", "inventory"})
package org.duebook.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
