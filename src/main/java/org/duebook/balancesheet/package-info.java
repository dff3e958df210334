/**
 * The order balance sheet: one row per order line that is not fully delivered. Rows are never stored: they are joined afresh,
 * one read per kind of fact however many lines there are, so that the balance is ordered − delivered + returned at every instant.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "customers",
            "catalog",
            "plant",
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
