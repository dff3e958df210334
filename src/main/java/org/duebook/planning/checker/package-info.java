/**
 * An independent proof that a schedule is feasible. It shares no code with the timeline: its own calendar arithmetic on
 * instants, its own input in the plant's codes, so that a mistake in the timeline or in the mapping to it is found.
 */
@NullMarked
package org.duebook.planning.checker;

import org.jspecify.annotations.NullMarked;
