package org.duebook.policy.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duebook.policy.OrderFacts;

/** A late line as the rules see it; its amount is in whatever currency the line has. */
public record PenaltyFact(
        String contractClass,
        @OneOf(OrderFacts.Type.class) String orderType,
        @ValidBy LocalDate orderDate,
        BigDecimal lineAmount,
        @AtLeast(0) int daysLate) {}
