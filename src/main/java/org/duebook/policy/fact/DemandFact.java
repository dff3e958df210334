package org.duebook.policy.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duebook.policy.DemandFacts;

/**
 * Demand against its ceiling, as the rules see it; all quantities in one unit.
 *
 * @param model model number, empty for the total
 * @param ceiling reasonable stock in total, or the stock ceiling of the model
 * @param inTransit ordered and not yet arrived
 * @param weekForecast sales expected in one week
 */
public record DemandFact(
        @OneOf(DemandFacts.Scope.class) String scope,
        @ValidBy LocalDate day,
        String model,
        BigDecimal demand,
        BigDecimal ceiling,
        BigDecimal inTransit,
        BigDecimal weekForecast) {

    /** What the demand must stay below: ceiling − in transit + one week's forecast. */
    @Derived
    public BigDecimal room() {
        return ceiling.subtract(inTransit).add(weekForecast);
    }

    /** Demand less room: below zero while it fits, zero when it is just as much. */
    @Derived
    public BigDecimal excess() {
        return demand.subtract(room());
    }
}
