package org.duebook.fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duebook.orders.OrderStatus;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;

/** What must be right of a delivery before it is booked, and how it is told. */
final class DeliveryForm {

    private DeliveryForm() {}

    static String words(Delivery delivery) {
        return delivery.number() + ": " + delivery.quantity() + " of line "
                + delivery.line().line() + " on " + delivery.on();
    }

    static List<Fault> faults(
            Delivery delivery, OrderNumber order, OrderStatus status, LineBalance balance, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Quantity quantity = delivery.quantity();
        if (!status.isOpen()) {
            faults.add(new Fault(
                    "order",
                    order + " is " + status,
                    "an order that is accepted or partly delivered",
                    "deliver on an open order"));
        }
        if (!quantity.unit().equals(balance.ordered().unit())) {
            faults.add(new Fault(
                    "quantity",
                    quantity.toString(),
                    "a quantity in " + balance.ordered().unit(),
                    "give it in the unit of the order line"));
        } else if (quantity.isZero()) {
            faults.add(new Fault("quantity", quantity.toString(), "more than 0", "give what was delivered"));
        } else if (quantity.compareTo(balance.open()) > 0) {
            faults.add(new Fault(
                    "quantity",
                    quantity.toString(),
                    "at most the " + balance.open() + " still owed of line "
                            + delivery.line().line(),
                    "deliver less, or have the order changed first"));
        }
        if (delivery.on().isAfter(today)) {
            faults.add(new Fault("on", delivery.on().toString(), "a day up to " + today, "give the day it left"));
        }
        return faults;
    }

    /** A number that comes again: nothing when it is the same delivery. */
    static List<Fault> differences(Delivery before, Delivery wanted) {
        boolean same = before.line().equals(wanted.line())
                && before.quantity().equals(wanted.quantity())
                && before.on().equals(wanted.on());
        return same
                ? List.of()
                : List.of(new Fault(
                        "number",
                        wanted.number() + ": " + wanted.quantity() + " of " + wanted.line() + " on " + wanted.on(),
                        before.quantity() + " of " + before.line() + " on " + before.on() + " as it was booked",
                        "give another number; a booked delivery is never changed"));
    }
}
