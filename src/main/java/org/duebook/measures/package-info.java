/**
 * How well the plant did: so far, how well it kept its promises and how true the lead times were that it quoted.
 *
 * <p>What shaped it: a measure is counted from what was recorded, never kept beside it, so that nobody can improve it but by
 * delivering. An order line counts when all of it is there, on the day of its last part; what nobody received is counted
 * apart, so that not delivering at all does not look punctual.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "plant", "orders", "promising", "fulfilment"})
package org.duebook.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
