/**
 * Customers, where they are shipped to, and what they owe. Orders and settlement post exposure to the credit account; nobody else computes it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
