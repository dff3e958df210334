package org.duebook.customers;

import java.time.LocalDate;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;

/** An invoice that is not yet paid; overdue from the day after {@code due}. */
public record OpenInvoice(CustomerNumber customer, String number, Money amount, LocalDate due) {}
