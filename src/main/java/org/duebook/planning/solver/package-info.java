/**
 * The search for a better plan. Timefold runs it (phases, acceptance, termination, best solution); times and costs come
 * from the timeline, which is exact and incremental, because Timefold's community shadow variables take time in
 * proportion to the number of operations per move. {@code PlanConstraints} is the readable definition of the objective
 * and is held equal to the incremental score by a property test.
 *
 * <p>Measured at 1,000 operations on 14 machines, 20 s, two cores shared with about a dozen other processes: Timefold's
 * own list moves (change and swap, late acceptance) took 4,500 plans per second and brought weighted lateness 3 % below
 * the dispatch rule; {@code CriticalChainSearch} (the same rule of acceptance, changes that begin at late chains, undo
 * log) took 5,400 to 8,800 and brought it 32 to 34 % below. So it comes first and Timefold's moves work on the rest.
 * Sublist moves are not used: with a value range per machine, Timefold 2.2.0's random sublist selector looped for ever.
 */
@NullMarked
package org.duebook.planning.solver;

import org.jspecify.annotations.NullMarked;
