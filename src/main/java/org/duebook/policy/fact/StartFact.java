package org.duebook.policy.fact;

import java.time.LocalDate;
import org.duebook.policy.OrderFacts;

/**
 * A line whose work is to begin, as scenarios give it.
 *
 * @param specification every text of the line's specification, one after another
 */
public record StartFact(
        @OneOf(OrderFacts.Type.class) String orderType,
        @ValidBy LocalDate orderDate,
        boolean ownSpecification,
        String specification) {}
