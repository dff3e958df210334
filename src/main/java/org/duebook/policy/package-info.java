/**
 * Policies decide by tables that analysts own; this is the one door to Drools. Facts go in as this module's own records
 * and sealed verdicts come out, so that an analyst's rule survives every refactoring of the modules that ask. Tables may be
 * workbooks, which {@code documents} reads as text.
 *
 * <p>Every version that decided is kept with its files, so that what it once said can be told, and judged anew, for good.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents"})
package org.duebook.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
