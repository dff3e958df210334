package org.duebook.inventory;

import java.time.LocalDate;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/** A purchase that is on its way: available from the start of the {@code expected} day in the plant's zone. {@code quantity} is what is still open. */
public record ScheduledReceipt(
        String number, ItemNumber item, Quantity quantity, LocalDate expected, String supplier) {}
