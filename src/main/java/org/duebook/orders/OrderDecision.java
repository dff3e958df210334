package org.duebook.orders;

import java.time.Instant;
import org.duebook.policy.Decision;

/** A rule's decision on an order as it was kept: when it was taken and by which version (content hash) of the rules. */
public record OrderDecision(Instant at, String ruleSet, Decision decision) {}
