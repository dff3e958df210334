package org.duebook.orders;

import java.time.LocalDate;
import org.duebook.shared.Quantity;

/** One dated part of a line's quantity; blanket orders have several. */
public record Release(LocalDate requested, Quantity quantity) {}
