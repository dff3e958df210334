package org.duebook.planning;

/**
 * A place in the line of a machine: an operation with its times, and the position that keeps it between its neighbours
 * whatever times they have later.
 *
 * @param position orders the operations of a machine; 0 for what a vendor does
 */
public record Slot(PlacedOperation placed, double position) {}
