/**
 * The search for a better plan. Timefold runs it (phases, acceptance, termination, best solution); times and costs come
 * from the timeline, which is exact and incremental, because Timefold's community shadow variables take time in
 * proportion to the number of operations per move. {@code PlanConstraints} is the readable definition of the objective
 * and is held equal to the incremental score by a property test.
 */
@NullMarked
package org.duebook.planning.solver;

import org.jspecify.annotations.NullMarked;
