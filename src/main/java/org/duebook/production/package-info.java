/**
 * Production orders and their operations: planned at acceptance over the bill of material, progressed by the shop floor. Planning schedules what remains.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "plant", "inventory"})
package org.duebook.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
