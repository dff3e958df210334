/**
 * The order balance sheet: one row per order line that is not fully delivered.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "documents",
            "customers",
            "policy",
            "orders",
            "production",
            "planning",
            "promising",
            "fulfilment"
        })
package org.duebook.balancesheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
