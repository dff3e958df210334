package org.duebook.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;

/**
 * So much of an order line that left the plant; never changed afterwards.
 *
 * @param number delivery note and position, such as {@code DN-17}
 * @param on the day it was delivered, in the plant's zone
 */
public record Delivery(
        String number, OrderLineId line, LocalDate on, Quantity quantity, String note, Actor by, Instant at) {}
