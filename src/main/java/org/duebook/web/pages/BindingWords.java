package org.duebook.web.pages;

import org.duebook.planning.Binding;
import org.duebook.production.ProductionOrder;

/** Why an operation could not start earlier, as a planner would say it. */
final class BindingWords {

    private BindingWords() {}

    static String of(Binding binding, Wording say) {
        String operation = binding.operation().toString();
        return switch (binding) {
            case Binding.MachineBusy busy ->
                operation + ": " + busy.machine() + " is taken until " + say.moment(busy.until());
            case Binding.WaitsForMaterial material ->
                operation + ": " + material.component() + " (" + say.quantity(material.quantity()) + ") "
                        + arrives(material) + " " + say.arrival(material.available());
            case Binding.NotReleased unreleased -> operation + ": is released on " + say.arrival(unreleased.until());
            case Binding.WaitsForPredecessor predecessor ->
                operation + ": waits for " + predecessor.predecessor() + " until " + say.moment(predecessor.until());
            case Binding.CalendarClosed closed ->
                operation + ": nobody works on " + closed.machine() + " before " + say.moment(closed.until());
            case Binding.Nothing nothing ->
                operation + ": starts as early as the plan allows, " + say.moment(nothing.start());
        };
    }

    /** Why there is more to make than was ordered. */
    static String madeAgain(ProductionOrder order, Wording say) {
        return say.quantity(order.quantity()) + " of " + order.item() + " are made again (" + order.number()
                + "): lost by " + order.madeAgainFor();
    }

    private static String arrives(Binding.WaitsForMaterial material) {
        return switch (material.source()) {
            case STOCK -> "is in stock from";
            case RECEIPT -> "arrives with receipt " + material.reference() + " on";
            case PURCHASE -> "must still be bought; here at the earliest";
        };
    }
}
