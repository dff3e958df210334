/**
 * The search for a better plan. Timefold runs it (phases, acceptance, termination, best solution); times and costs come
 * from the timeline, which is exact and incremental, because Timefold's community shadow variables take time in
 * proportion to the number of operations per move. {@code PlanConstraints} is the readable definition of the objective
 * and is held equal to the incremental score by a property test.
 *
 * <p>Most of the work is done by {@link org.duebook.planning.solver.PlanSearchPhase}, a custom phase around
 * {@link org.duebook.planning.search.PlanSearch}. Measured at 1,000 operations, 20 s: Timefold's own list moves (change and
 * swap, late acceptance) took 4,500 plans a second and brought weighted lateness 3 % below the dispatch rule; the search on
 * the timeline takes 190,000 a second and core and brings it 40 % below. So it comes first and Timefold's moves work on what is left of
 * the time. Sublist moves are not used: with a value range per machine, Timefold 2.2.0's random sublist selector looped for
 * ever.
 *
 * <p>From {@code aloneFrom} operations on, that phase searches without Timefold. Timefold 2.2.0 works out which values may
 * stand beside which as soon as it is given a problem with a list variable, to log how large the problem is; that takes a bit
 * for every pair of operations, 1.2 GB at 100,000, where all else together takes less than 1 GB. Tried before: leaving out the moves,
 * and one value range for all machines with a filter on the moves; neither saves it.
 */
@NullMarked
package org.duebook.planning.solver;

import org.jspecify.annotations.NullMarked;
