/**
 * Deliveries against order lines, in parts or whole.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "plant", "inventory", "orders", "production"})
package org.duebook.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
