/**
 * Lots: operations that are alike, of several production orders, done one after the other under one setup.
 *
 * <p>A lot is planned as <em>one</em> operation of a smaller problem of the same kind, so that the timeline and the search
 * know nothing of lots and move all of a lot with one move. Its duration is the sum of its members', it waits for all their
 * predecessors and material, and its end is the end of all. Taken out of that problem, a lot becomes its members again, the
 * most urgent first, consecutive on the lot's machine:
 *
 * <pre>
 *   orders       A ─[turn a]─[coat a]      B ─[turn b]─[coat b]
 *   joined         ─[turn a+b]─┬[coat a]
 *                              └[coat b]
 *   unfolded     lathe  ──setup─[turn a][turn b]──▶     coat a begins when turn a has ended
 * </pre>
 *
 * <p>What shaped it: an unfolded plan, timed anew with every operation by itself, ends nothing later than the joined plan
 * said and has the same setups, because a member waits for less than the lot does. So whatever is planned in lots is a plan of
 * the plant, and lots are kept or dropped by comparing plain plans. A furnace load that several members share is not
 * counted once: each production order keeps the machine time it was made with.
 *
 * <p>No lot closes a loop of precedence: alike are only operations of one step of one item, every order of precedence leads
 * from an item's step to a later one or to an item it goes into, and steps that do lead back to themselves, as after a bill
 * of material was turned round, are joined with nothing ({@link org.duebook.planning.lots.LikeWork}).
 */
@NullMarked
package org.duebook.planning.lots;

import org.jspecify.annotations.NullMarked;
