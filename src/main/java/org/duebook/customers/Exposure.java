package org.duebook.customers;

import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;

/** How much of a document (an order's number) counts as open order value, in the currency of the customer's limit. */
public record Exposure(CustomerNumber customer, String document, Money open) {}
