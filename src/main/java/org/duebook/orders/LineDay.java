package org.duebook.orders;

import java.time.LocalDate;
import org.duebook.shared.OrderLineId;

/** An order line and the day it is wanted. */
public record LineDay(OrderLineId line, LocalDate requested) {}
