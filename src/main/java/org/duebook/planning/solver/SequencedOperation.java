package org.duebook.planning.solver;

/** A planning value: an operation that needs a machine. {@code index} is its index in the problem. */
public record SequencedOperation(int index) {}
