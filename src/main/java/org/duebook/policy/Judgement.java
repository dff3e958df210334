package org.duebook.policy;

import java.time.Instant;

/** What the rules were asked about an order and what they said, as it is kept. */
public record Judgement(OrderFacts facts, Instant at, OrderVerdict verdict) {}
