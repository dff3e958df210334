package org.duebook.policy;

import java.time.LocalDate;
import org.duebook.shared.Quantity;

/**
 * Demand against what may be ordered; all quantities in one unit.
 *
 * @param day the rules of this day apply
 * @param model model number, empty for the total
 * @param demand all of it, what is newly asked for included
 * @param ceiling reasonable stock in total, or the stock ceiling of the model
 * @param inTransit ordered and not yet arrived
 * @param weekForecast sales expected in one week
 */
public record DemandFacts(
        Scope scope,
        LocalDate day,
        String model,
        Quantity demand,
        Quantity ceiling,
        Quantity inTransit,
        Quantity weekForecast) {

    /** What the ceiling is for. */
    public enum Scope {
        TOTAL,
        MODEL
    }

    public DemandFacts {
        for (Quantity each : new Quantity[] {ceiling, inTransit, weekForecast}) {
            if (!each.unit().equals(demand.unit())) {
                throw new IllegalArgumentException("demand is in " + demand.unit() + " and its ceiling in "
                        + each.unit() + ", wanted one unit; convert them first");
            }
        }
        if (model.isEmpty() != (scope == Scope.TOTAL)) {
            throw new IllegalArgumentException("demand of scope " + scope + " has model '" + model
                    + "', wanted a model for MODEL and none for TOTAL");
        }
    }
}
