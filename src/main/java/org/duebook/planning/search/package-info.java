/**
 * The search for a better plan, straight on the timeline. {@link org.duebook.planning.search.PlanSearch} runs rounds of
 * tasks side by side and puts their results together in the order of the tasks, so that the same seed and number of steps
 * give the identical plan on one core or two.
 *
 * <pre>
 *   many dates count ──────────────▶ PopulationRounds ── LateAcceptance ── Neighbourhood
 *   one completion counts ─┬───────▶ PopulationRounds ── ChainTabu
 *                          └ large ▶ WindowRounds ────── ChainTabu in a Window
 *   a plan was published ──────────▶ Calming ── CalmWalk ── Neighbourhood, OrderInsertion
 * </pre>
 *
 * <p>{@code LateAcceptance} makes a change, times it exactly on the timeline and takes it back unless it is accepted. What
 * made it strong, measured on generated plants (two cores, weighted lateness as a share of the dispatch rule's, less is
 * better):
 *
 * <ul>
 *   <li>giving a change up as soon as it costs more than could still be made good: 5,000 operations in 20 s 0.81 → 0.67,
 *       at 8,000 → 150,000 changes a second and core;
 *   <li>a longer history: 1,000 operations, 15 s, history 100 → 3,000: 0.71 → 0.56; at 5,000 operations a history above
 *       1,000 is too slow, so it goes by size;
 *   <li>beginning again from blends of finished plans with more effort: 500 operations, 20 s: 0.57 → 0.51;
 *   <li>exchanges, runs moved together and, one time in eight, far reach: nothing at 1,000 operations, but 60 jobs on one
 *       machine with setups (weighted tardiness) 171,331 → 152,262.
 * </ul>
 *
 * <p>Tried and left out for many dates: searching stretches of time on their own (5,000 operations, 60 s: 0.81 against
 * 0.67 in 20 s for the whole), starts from dispatch rules fed with waiting times seen before (3 % at most), a spread of
 * bent dispatch rules as the search itself.
 *
 * <p>{@code ChainTabu} walks one longest chain in each step and judges all moves of its operations within their blocks and
 * to other machines by heads and tails before it makes one: 100,000 moves a second and core at 600 operations, 310,000 at
 * 100. Judging only a sample of the moves was faster and worse (a flexible shop of 240 operations 198 → 201). At 10,000
 * operations a step costs 200 µs, nearly all of it for bringing heads and tails up to date; in stretches of 2,500
 * operations 80,997 was reached in 60 s where the whole stood at 91,907 after 20 s.
 *
 * <p>Where the time goes (samples of a whole search on two cores, generated plants): 1,080,000 changes a second at 100
 * operations, 258,000 at 1,000, 240,000 at 5,000, 73,000 at 10,000; of it 60 to 69 % in {@code Timeline}, which times what a
 * change reaches (a quarter in {@code markFollowers}, a fifth in {@code ready}), 4 % at 100 and 17 % at 10,000 operations in
 * {@code TopologicalOrder}, 4 to 11 % in {@code Neighbourhood}, 3 to 4 % in calendars. On a job shop of 600 operations {@code
 * Timeline} and {@code Tails} take a third each, judging moves a fifth.
 */
@NullMarked
package org.duebook.planning.search;

import org.jspecify.annotations.NullMarked;
