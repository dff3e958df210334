/**
 * The edge: REST controllers (one per tag of {@code duebook.yaml}, implementing the generated interface), sign-in, problem
 * details, idempotency; pages live in {@code pages}. The contract is written first and the interfaces are generated from
 * it, so that what is served cannot drift from what is promised; generated types never leave this module.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "customers",
            "catalog",
            "plant",
            "inventory",
            "policy",
            "orders",
            "production",
            "planning",
            "promising",
            "changes",
            "fulfilment",
            "keeping",
            "balancesheet",
            "measures",
            "documents",
            "forms",
            "imports"
        })
package org.duebook.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
