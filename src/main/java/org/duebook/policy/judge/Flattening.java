package org.duebook.policy.judge;

import java.time.LocalDate;
import org.duebook.policy.AlertFacts;
import org.duebook.policy.ApproverFacts;
import org.duebook.policy.DemandFacts;
import org.duebook.policy.Lapse;
import org.duebook.policy.PickUpFacts;
import org.duebook.policy.fact.AlertFact;
import org.duebook.policy.fact.ApproverFact;
import org.duebook.policy.fact.DemandFact;
import org.duebook.policy.fact.LapseFact;
import org.duebook.policy.fact.PickUpFact;
import org.jspecify.annotations.Nullable;

/** Flattens facts to what a table's column can compare. */
public final class Flattening {

    private Flattening() {}

    public static PickUpFact of(PickUpFacts facts) {
        return new PickUpFact(
                facts.type().name(),
                facts.orderDate(),
                facts.orderAmount().amount(),
                facts.depositPaid().amount(),
                facts.daysInStock(),
                facts.collected());
    }

    public static LapseFact of(Lapse lapse) {
        return switch (lapse) {
            case Lapse.DemandPlanMissing plan ->
                lapse(plan, LapseFact.Kind.DEMAND_PLAN_MISSING, plan.month().atDay(1), false);
            case Lapse.OrderNotInProduction order ->
                lapse(order, LapseFact.Kind.ORDER_NOT_IN_PRODUCTION, null, order.clerksFault());
        };
    }

    private static LapseFact lapse(Lapse lapse, LapseFact.Kind kind, @Nullable LocalDate planMonth, boolean clerk) {
        return new LapseFact(kind.name(), lapse.at().toLocalDate(), lapse.at().toLocalTime(), planMonth, clerk);
    }

    public static DemandFact of(DemandFacts facts) {
        return new DemandFact(
                facts.scope().name(),
                facts.day(),
                facts.model(),
                facts.demand().amount(),
                facts.ceiling().amount(),
                facts.inTransit().amount(),
                facts.weekForecast().amount());
    }

    public static AlertFact of(AlertFacts facts) {
        return new AlertFact(
                facts.kind().name(),
                facts.day(),
                facts.stage() == null ? null : facts.stage().name(),
                facts.allowed(),
                facts.elapsed(),
                facts.unanswered());
    }

    public static ApproverFact of(ApproverFacts facts) {
        return new ApproverFact(
                facts.role(), facts.type().name(), facts.orderDate(), facts.absent(), facts.deadline(), facts.waited());
    }
}
