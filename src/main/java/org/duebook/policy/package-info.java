/**
 * Policies decide by tables that analysts own; this is the one door to Drools. Facts go in as this module's own records
 * and sealed verdicts come out, so that an analyst's rule survives every refactoring of the modules that ask. Tables may be
 * workbooks, which {@code documents} reads as text.
 *
 * <p>Every version that decided is kept with its files, so that what it once said can be told, and judged anew, for good.
 *
 * <p>On two quiet cores the 95 rules that ship decide an order, explained, in 14 µs in the middle and 33 µs for the slowest of a
 * hundred, 66,000 a second on both; they load anew in 0.2 to 0.3 s, a table of 500 rows in 1.3 s; 100,000 kept judgements are tried in 2
 * to 3 s. 500 reloads leave no more classes than 150 ({@code -Dbenchmark=rules}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "documents"})
package org.duebook.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
