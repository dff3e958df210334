/**
 * What the plant makes and buys: items with their specification, price and cost, bills of material, routings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
