/**
 * Customer orders from entry to completion. An accepted order is never edited in place; its history is append-only. Orders never know their promise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "customers", "catalog", "plant", "policy"})
package org.duebook.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
