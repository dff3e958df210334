/**
 * What happens when Duebook starts: an administrator is there, an empty home is filled with the demo plant, a plan is
 * made when there is none, the order balance sheet is written, and a summary says where to look. Every step looks at
 * what is there, so a start that was killed is simply gone on with at the next.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "home",
            "people",
            "customers",
            "plant",
            "policy",
            "orders",
            "planning",
            "balancesheet",
            "documents",
            "forms",
            "shared",
            "imports"
        })
package org.duebook.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
