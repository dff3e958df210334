package org.duebook.production;

import org.duebook.shared.OrderLineId;

/** What was still to be made for a line will not be made; told within the closing transaction. */
public record ProductionClosed(OrderLineId line) {}
