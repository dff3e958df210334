/**
 * Promise dates: quotes from the published plan and its journal, holds, confirmation, the history of every promise.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "customers",
            "catalog",
            "plant",
            "inventory",
            "policy",
            "orders",
            "production",
            "planning"
        })
package org.duebook.promising;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
