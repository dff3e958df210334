package org.duebook.fulfilment;

import java.time.LocalDate;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;

/** A delivery that another system made under a number of its own, before the order came here. */
public record EarlierDelivery(String number, OrderLineId line, Quantity quantity, LocalDate on, String note) {}
