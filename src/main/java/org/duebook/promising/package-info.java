/**
 * Promise dates: quotes from the published plan and its journal, holds, confirmation, the history of every promise.
 *
 * <p>What shaped it: an order is entered, approved and cancelled through here, so that acceptance, production orders,
 * capacity and promise stand or fall in one transaction. A promise is kept per dated release of a line, the line's date
 * being that of its last one, and hangs on the road that was agreed when the order was accepted. A hold
 * keeps capacity out of everybody's reach; confirming it looks where it stands by now, so that a plan published meanwhile
 * or a count that took its stock is seen before a date binds. A hold ends by its journal entry only: the job writes it, or
 * whoever first touches the quote after its time.
 *
 * <p>An inquiry binds nobody: master data and accounts it asks about are as they were ten seconds ago at most, so that a
 * warm one reads nothing but whether the customer ordered the same before, and writes its row; who holds or confirms reads
 * them afresh, and its row does not wait for the disk. At 10,000 open operations on two quiet cores, dates with their chances
 * and causes took 0.2 ms in the middle and 0.5 to 0.8 ms for the slowest of a hundred, with the rules' word and the row 0.9 and
 * 3 ms, with all that would bring a late one nearer 15 and 42 ms; over HTTP at 200 a second 3 and 10 ms, beside a planning run
 * 3 and 15 to 30 ms ({@code -Dbenchmark=quotes}).
 *
 * <p>On five plants of 1,000 operations, planned for a minute each, 100 quoted lead times were 10 % longer than those of a search
 * of ten seconds over the whole plan with all other promises kept ({@code -Dbenchmark=lead-times}). What is missing is not right
 * shifts but exchange: where the work of one to three other orders was taken out and put in again behind the new one, within
 * its own promise, quotes came 4 to 8 % sooner on three of these plants, and 11 to 28 % where days are promised instead of minutes,
 * for 13 to 50 ms a quote. Compacting the published plan beforehand, or giving every order a margin in it, gained nothing.
 *
 * <p>New work begins on the next day of release, after what its specification needs to be done first; the production order
 * keeps that instant from the quote on, so the plan in memory, every planning run and the checker bind by it alike. What
 * another system had accepted before it came here counts as released there.
 *
 * <p>What could be done for a late quote is asked of the plan as it would be: with a machine working longer, another machine,
 * material sooner, or others allowed to be late. Every option is placed there, so its date is as true as any quote's.
 *
 * <p>A change of an accepted order is asked of the plan without the work of its lines ({@code Impacts}): all behind it moves
 * up and takes the material it leaves, as after a real cancellation, then the lines are placed again as they would be. So
 * the impact of a cancellation is to the day what cancelling does, and nobody's promise is hurt by a change that is dated so.
 * A lot that has begun goes on whole, unless the line is cancelled or becomes another item. At 10,000 open operations a
 * question took 7 to 50 ms of its thread in the middle and 12 to 77 ms for the slowest of a hundred, by kind of change, most
 * of it for what would bring a late line nearer; {@code ImpactBenchmark} measures it.
 *
 * <p>A date is the first, not before the day asked for, that holds with the confidence asked for or the rules' usual one, and
 * is told with its chance. What was thought of it is kept with the promise ({@code Assurance}) and held against what came
 * ({@code KeptDates}): that is how the next dates learn. A quoted day stands as long as it is as sure as it was to be, or no
 * less time is left before it than was told; drawing the same place again says now 90 and now 89 of a hundred.
 *
 * <p>Locks are always taken in the same order: the plan's head row, the quote, the order or its customer's account,
 * production, stock.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "customers",
            "catalog",
            "plant",
            "inventory",
            "policy",
            "orders",
            "production",
            "planning"
        })
package org.duebook.promising;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
