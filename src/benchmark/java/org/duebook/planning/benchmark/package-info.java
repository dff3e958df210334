/**
 * How good plans are: the search against published values of standard instances, against the dispatch rule, and against
 * OR-Tools CP-SAT on the same problem, cores and seconds. Compiled in the profile {@code benchmark} only, so that neither
 * the product nor its tests ever see another solver.
 */
@NullMarked
package org.duebook.planning.benchmark;

import org.jspecify.annotations.NullMarked;
