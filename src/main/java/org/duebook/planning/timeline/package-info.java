/**
 * The timeline: what are the times if … Plain Java on primitive arrays, no framework and no type of another module.
 *
 * <p>Time is an int: minutes from an origin the caller chooses (2³¹ minutes are four thousand years); sums are longs.
 * Machines, operations, jobs and setup states are dense indices. A job is whatever has a due date, in the plant an
 * order line; it is done when the last of its final operations ends, and an operation may serve several jobs, so that
 * lots need no other layout.
 *
 * <pre>
 *   machine   ──[setup][ operation ]───[setup][ operation ]──▶     sequence: doubly linked list per machine
 *                           │ lag                 ▲
 *                           └──────▶ predecessor ─┘                 routing and assembly tree: CSR both ways
 * </pre>
 *
 * <p>start = next working minute of max(earliest, every predecessor's end + lag, previous end on the machine + setup in
 * working time); end = start + duration in working time. A setup may be done before the predecessor has ended.
 *
 * <p>The decision that shaped it: a topological order of precedence and machine arcs is kept at all times and repaired
 * (Pearce and Kelly) when a sequence changes, so that a change is propagated in one sweep over a bit set of dirty ranks,
 * each operation at most once, and a sequence that closes a loop is found before any time is touched. A sweep goes with
 * time, so a change that costs too much mostly shows before it is timed to the end: {@code update(most)} gives up there.
 *
 * <p>What always holds after an update that answered true, and is held by property tests against times from scratch:
 *
 * <ul>
 *   <li>every operation on a machine starts in working time, not before it is ready and its machine is set up for it;
 *   <li>ranks grow along every arc, so that {@code start} and {@code end} never shrink along one;
 *   <li>frozen operations lead their machine's sequence; what {@code keepLast} names ends it, as long as callers insert before
 *       it;
 *   <li>the cost is the sum over jobs and operations that a calculation from scratch would give;
 *   <li>{@code undo} restores sequences, ranks, times and costs of the mark exactly.
 * </ul>
 *
 * <p>A {@code Board} is a timeline at rest, for many to ask at once: on shared pages, so that a {@code BoardDraft}, the same
 * with a few operations more, costs what it changes. It knows of every operation the latest start at which no job that has a
 * date is done later than its date, or than it would be anyway; since slack is worked out along all arcs, whoever is pushed
 * back no further than that pushes nobody too far, and whether an operation fits is told by its two neighbours alone. The
 * timeline is the oracle of its times and slack in tests.
 *
 * <p>{@code Tails} look from an operation forward to the end of all work, {@code Slacks} from a job back to what it waits
 * for.
 */
@NullMarked
package org.duebook.planning.timeline;

import org.jspecify.annotations.NullMarked;
