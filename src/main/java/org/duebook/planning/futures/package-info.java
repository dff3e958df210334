/**
 * What may become of a plan: a few hundred futures of it, each with run times, scrap, breakdowns and late material as they
 * vary in this plant, and from them the chance that a date holds. Plain Java on the timeline's types.
 *
 * <pre>
 *   recorded + declared ──▶ Spreads ─┐
 *   problem + timed plan ────────────┴▶ Futures: int[operation][future] ── with(steps) ──▶ Ends ──▶ chance, minute
 *                                                                                            ▲
 *                                              how earlier promises came out ──▶ Calibration ┘ (together a Prospect)
 * </pre>
 *
 * <p>In every future the sequences of the plan are kept and everything starts as soon as it may, by the timeline's own rule;
 * without any variation every future is the plan (held by a property test). Only who waits for a late delivery lets the next
 * ones on its machine pass, as any foreman would; holding them back made the futures of a plant with a third of its
 * deliveries late half as long again as what came. What varies is drawn from the seed, the
 * operation's key and the number of the future alone, so an operation meets the same luck whatever else is in the plan: a
 * question asked twice gets one answer, and two plans compared differ by what differs in them.
 *
 * <p>The decision that shaped it: futures answer how the work that is known can go, but not what will be put into the gaps
 * afterwards, nor that people react. No model of a shop floor says all of that, so promises are held against what came of
 * them: {@link org.duebook.planning.futures.Calibration} asks of the futures that level which would have been kept as often
 * as wanted.
 */
@NullMarked
package org.duebook.planning.futures;

import org.jspecify.annotations.NullMarked;
