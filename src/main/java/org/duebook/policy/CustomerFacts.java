package org.duebook.policy;

import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the rules may know of the customer of an order, at the moment of the decision and without this order.
 *
 * @param number the customer number as entered
 * @param known whether that number is one of our customers; when not, the rest is as good as unknown
 * @param status how far we deal with the customer
 * @param isNew no order of this customer was ever delivered in full
 * @param identityVerified somebody has checked that the customer is who he says
 * @param shipToKnown the ship-to address of the order is one of the customer's
 * @param country ISO 3166 code of the customer's seat, two letters, or null
 * @param shipToCountry ISO 3166 code of the country the goods go to, or null
 * @param creditLimit how much the customer may owe us, in the house currency
 * @param openExposure open orders and unpaid invoices before this order, in the house currency
 * @param overdue invoices past their due date, in the house currency
 * @param oldestOverdueDays age of the oldest of them past its due date, in days; 0 when none
 * @param paymentTermDays days from invoice to payment; 0 is payment in advance
 * @param contractClass the class of the customer's contract, such as {@code STANDARD}, {@code KEY} or {@code AUTOMOTIVE}
 */
public record CustomerFacts(
        String number,
        boolean known,
        Status status,
        boolean isNew,
        boolean identityVerified,
        boolean shipToKnown,
        @Nullable String country,
        @Nullable String shipToCountry,
        Money creditLimit,
        Money openExposure,
        Money overdue,
        int oldestOverdueDays,
        int paymentTermDays,
        String contractClass) {

    /** How far we deal with a customer. */
    public enum Status {
        PROSPECT,
        ACTIVE,
        /** No new business until somebody lifts the block. */
        BLOCKED,
        CLOSED
    }

    public CustomerFacts {
        if (oldestOverdueDays < 0 || paymentTermDays < 0) {
            throw new IllegalArgumentException("customer " + number + " has oldestOverdueDays " + oldestOverdueDays
                    + " and paymentTermDays " + paymentTermDays + ", wanted 0 or more");
        }
    }
}
