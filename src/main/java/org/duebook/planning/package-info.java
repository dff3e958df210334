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
 *   quote ◀── gaps of the board ◀──────────────── PlanState: order of the rows, timed by the facts of now
 * </pre>
 *
 * <p>Whoever binds capacity or material locks the plan's head row first and writes a journal entry; the rows are what the
 * journal adds up to. Publishing keeps every place that is still wanted, fits in what was bound since the schedule was
 * made, moving nobody, and refuses what the independent checker refuses. A run begins with the plan in force, so it never
 * ends worse. An accepted line that is not promised yet counts its requested date as the date to keep.
 *
 * <p>Material is pegged before a run: frozen and promised work keeps what it was promised with, the rest is served by due
 * date from stock, receipts, and purchases ordered today, which are the shortages listed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "plant", "inventory", "production"})
package org.duebook.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
