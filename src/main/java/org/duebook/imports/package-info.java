/**
 * The plant's own workbook or CSV files into the modules above. Rows that belong together (a routing, an order with its
 * lines) are taken or refused together; all-or-nothing keeps none when one is refused, row-by-row keeps the good ones.
 * The sheets' columns are described in {@code data/README.md}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "documents",
            "customers",
            "catalog",
            "plant",
            "inventory",
            "orders",
            "planning",
            "promising",
            "fulfilment"
        })
package org.duebook.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
