/**
 * The search for a better plan. Timefold runs it (phases, acceptance, termination, best solution); times and costs come
 * from the timeline, which is exact and incremental, because Timefold's community shadow variables take time in
 * proportion to the number of operations per move. {@code PlanConstraints} is the readable definition of the objective
 * and is held equal to the incremental score by a property test.
 *
 * <p>Timefold's own list moves (change and swap, late acceptance) take 2,000 plans per second at 1,000 operations and
 * 14 machines and brought weighted lateness 3 % below the dispatch rule in 20 s on a machine shared by many; the phase
 * {@code CriticalChainSearch} (same rule of acceptance, changes that begin at late chains, undo log) brought it 41 %
 * below at the same load, so it comes first and Timefold's moves work on the rest. Sublist moves are not used: with a
 * value range per machine, Timefold 2.2.0's random sublist selector looped for ever.
 */
@NullMarked
package org.duebook.planning.solver;

import org.jspecify.annotations.NullMarked;
