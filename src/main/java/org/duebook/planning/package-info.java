/**
 * The plan of the week: runs, schedules, the published plan and its journal. Timefold lives inside only.
 *
 * <p>What shaped it: the published plan is kept as the order of work on each machine, not as times. Whoever reads it gets
 * it timed anew ({@code PlanState}) from what is true at that minute: calendars, material, what the shop floor reported.
 * So a late start shows at once as a projected date, and every reader, quote and checker sees the same plan.
 *
 * <pre>
 *   facts ──▶ PlanModel ──▶ timeline problem ──▶ solver ──▶ schedule ──▶ Publisher ──▶ rows + journal
 *   (open production orders,  (indices, minutes)                          (checker)          │
 *    stock, calendars, holds)                                                                ▼
 *   quote ◀── LivePlan: a board in memory ◀────── PlanState: order of the rows, timed by the facts of now
 * </pre>
 *
 * <p>Whoever binds capacity or material locks the plan's head row first and writes a journal entry; the rows are what the
 * journal adds up to. Publishing keeps every place that is still wanted, fits in what was bound since the schedule was
 * made, moving nobody, and refuses what the independent checker refuses. A run begins with the plan in force, so it never
 * ends worse. An accepted line that is not promised yet counts its requested date as the date to keep.
 *
 * <p>Quotes are asked of a {@code LivePlan}, the same plan kept in memory by {@code PlanMemory}: a board on which everything
 * knows how late it may begin before a promise breaks, so that a new order goes between others which give way that far and no
 * further, and nobody's date moves. What is held, promised and given back is put on it entry by entry, on every instance; it
 * is read anew after any other entry and as time goes on. Who binds holds the head row, has the plan up to its number, and
 * writes positions in line, so all instances see the one order of work. Where the date asked for can be kept, a place is
 * taken that spares setups. A {@code Supposition} (a shift added, another machine able, a purchase sooner, somebody who can
 * wait) gives the same plan, so changed, to place on.
 *
 * <p>Reading that plan anew, which is what a publish or an entry of the day costs the next who asks, took 0.11 s at 10,000 open
 * operations on two quiet cores. Working time and changeovers come in five reads; they were seven for each machine and one for
 * each work centre. A search stands aside meanwhile where quotes are served ({@code SearchCores}).
 *
 * <p>An entry of the day (downtime, overtime, a receipt, a count, progress) is an entry of the same journal. The module that
 * owns the fact keeps it under the entry's number, and the plan is timed anew from there, so its effect is the difference
 * between two timings of one instant, kept beside the entry. Nothing is edited: an entry is withdrawn by another. Work that
 * scrap makes necessary is placed at once, next in line or in a gap, whichever leaves less lateness, and with it what waits
 * for it ({@code Opening}).
 *
 * <p>A run searches in rounds ({@code PlanRounds}). Equal steps of equal items, of several production orders, are formed into
 * lots before it and between rounds ({@code lots}); what is published are the operations again, one by one, so a lot is
 * nothing but like work side by side, and whoever reads a schedule finds it there. Lot sizes are the item's: above the
 * maximum a need becomes several production orders when it is made up; a minimum joins orders where no promise suffers, and
 * never makes more than was ordered. It counts after promised dates and before all else.
 *
 * <p>Material is pegged before a run: frozen and promised work keeps what it was promised with, the rest is served by due
 * date from what is there first, stock, receipts, or purchases ordered today, which are the shortages listed. Between rounds
 * it is pegged again as the best plan would have it: those first who are late for want of it, and whoever starts after a
 * receipt has come takes that instead of buying; promised work never gets anything later than it relied on. That is kept only
 * where the plan, timed by it, is no worse. Timing takes the pegs again from what is there by now: who lost stock to a
 * count, or waits for a receipt of which a part has come, is served from what is free.
 *
 * <p>A run is a background job of any instance. Searching, storing the schedule, and publishing it with the run's end are one
 * transaction each, and while it searches its best plan is kept every second, so that whoever takes it over after a kill goes
 * on from there with the time that is left.
 *
 * <p>How the plant varies ({@code RecordedVariation}) is read from what it reported, with what its planners declared where that
 * is too little; {@code futures} says from it how likely a date holds. The plan in memory has its futures drawn beside the
 * questions ({@code Chances}), once for each reading, from a seed of its schedule; what the journal puts in is added, and what
 * moves for it timed again, so a plan that was caught up says without variation what one read anew says (held by a property
 * test). A promise keeps a buffer, so long before its date that it stays as sure as it was told; others may push it that far
 * and no further.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "plant", "inventory", "policy", "production"})
package org.duebook.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
