package org.duebook.production;

import org.duebook.shared.Actor;

/** The shop floor started an operation, made something on it or finished it; told within the reporting transaction. */
public record OperationProgressed(ProgressReport report, Actor by) {}
