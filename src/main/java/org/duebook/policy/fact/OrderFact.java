package org.duebook.policy.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.duebook.policy.CustomerFacts;
import org.duebook.policy.OrderFacts;
import org.jspecify.annotations.Nullable;

/** An order as the rules see it, its customer included; amounts are in the house currency. */
public record OrderFact(
        String number,
        @OneOf(OrderFacts.Type.class) String orderType,
        @OneOf(OrderFacts.Channel.class) String channel,
        @ValidBy LocalDate orderDate,
        @AtLeast(1) int priority,
        BigDecimal amount,
        String currency,
        @Nullable BigDecimal marginPercent,
        @AtLeast(0) BigDecimal depositPercent,
        boolean projectNamed,
        boolean projectTermAgreed,
        boolean projectSignedOff,
        @AtLeast(0) int contradictions,
        @Nullable String duplicateOf,
        @AtLeast(0) int lineCount,
        String customerNumber,
        boolean customerKnown,
        @OneOf(CustomerFacts.Status.class) String customerStatus,
        boolean newCustomer,
        boolean identityVerified,
        boolean shipToKnown,
        @Nullable String country,
        @Nullable String shipToCountry,
        BigDecimal creditLimit,
        BigDecimal openExposure,
        BigDecimal overdue,
        @AtLeast(0) int oldestOverdueDays,
        @AtLeast(0) int paymentTermDays,
        String contractClass) {

    /** Stands for "owes something and may owe nothing". */
    private static final BigDecimal NO_LIMIT = BigDecimal.valueOf(999_999);

    /** What the customer would owe with this order on top. */
    @Derived
    public BigDecimal exposureAfter() {
        return openExposure.add(amount);
    }

    /** Exposure with this order in per cent of the limit, rounded up at the first decimal, so that 100 is never more than full. */
    @Derived
    @AtLeast(0)
    public BigDecimal creditUsedPercent() {
        BigDecimal owed = exposureAfter();
        if (owed.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        return creditLimit.signum() <= 0
                ? NO_LIMIT
                : owed.movePointRight(2).divide(creditLimit, 1, RoundingMode.CEILING);
    }

    /** The goods go to another country than the customer's seat. */
    @Derived
    public boolean shipsAbroad() {
        return country != null && shipToCountry != null && !country.equals(shipToCountry);
    }

    /** Name, term and sign-off of the project are all there. */
    @Derived
    public boolean projectComplete() {
        return projectNamed && projectTermAgreed && projectSignedOff;
    }
}
