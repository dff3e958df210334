package org.duebook.orders;

import java.time.Instant;
import org.duebook.shared.Actor;

/** One step in an order's life: when, who, what ({@code ENTERED, ACCEPTED, APPROVAL_GRANTED, DELIVERED …}) and the words for it. */
public record HistoryEntry(Instant at, Actor by, String event, String text) {}
