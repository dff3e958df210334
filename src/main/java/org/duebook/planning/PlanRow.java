package org.duebook.planning;

import org.jspecify.annotations.Nullable;

/**
 * One operation's place in the published plan.
 *
 * @param position orders the operations of a machine
 * @param hold the quote that holds the place; null for a stored production order
 */
record PlanRow(
        PlacedOperation placed, double position, @Nullable String hold) {}
