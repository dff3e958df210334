package org.duebook.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How much of an item is made in one go. Each part may be absent: then nothing is wanted of that kind.
 *
 * @param minimum least quantity worth setting up for; orders of less are made together where it hurts no promise, and
 *     alone where it would: nothing is ever made that was not ordered
 * @param multiple what fills a tray, a rack, a cavity: a lot that is a whole multiple is full and is not added to
 * @param maximum most that is made in one go; a larger quantity is made as several production orders
 */
public record LotSize(
        @Nullable Quantity minimum,
        @Nullable Quantity multiple,
        @Nullable Quantity maximum) {

    public static final LotSize ANY = new LotSize(null, null, null);

    public LotSize {
        refuseZero("minimum", minimum);
        refuseZero("multiple", multiple);
        refuseZero("maximum", maximum);
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("lot minimum " + minimum + " is above the lot maximum " + maximum);
        }
        if (multiple != null && maximum != null && multiple.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("lot multiple " + multiple + " is above the lot maximum " + maximum);
        }
    }

    private static void refuseZero(String what, @Nullable Quantity quantity) {
        if (quantity != null && quantity.isZero()) {
            throw new IllegalArgumentException("lot " + what + " is " + quantity + ", wanted more than 0, or none");
        }
    }

    /** Whether so much may be made in one go. */
    public boolean allows(Quantity quantity) {
        return maximum == null || quantity.compareTo(maximum) <= 0;
    }

    /** Whether so little alone is less than is worth setting up for. */
    public boolean isBelowMinimum(Quantity quantity) {
        return minimum != null && quantity.compareTo(minimum) < 0;
    }

    /** Whether a lot of so much is better not added to. */
    public boolean isFull(Quantity quantity) {
        return multiple != null
                && !isBelowMinimum(quantity)
                && quantity.amount().remainder(multiple.amount()).signum() == 0;
    }

    /** How many lots a quantity is made in. */
    public double count(Quantity quantity) {
        return maximum == null ? 1 : Math.ceil(quantity.amount().doubleValue() / most().doubleValue());
    }

    /**
     * The lots a quantity is made in: all of it where the maximum allows, else as few as the maximum allows, each but the
     * last a whole multiple, and as even as that lets them be, so that none is small. Their sum is the quantity.
     */
    public List<Quantity> split(Quantity quantity) {
        if (allows(quantity)) {
            return List.of(quantity);
        }
        BigDecimal step = multiple != null ? multiple.amount() : most().min(BigDecimal.ONE);
        List<Quantity> lots = new ArrayList<>();
        BigDecimal rest = quantity.amount();
        while (rest.signum() > 0) {
            BigDecimal count = rest.divide(most(), 0, RoundingMode.CEILING);
            BigDecimal even = wholeSteps(rest.divide(count, 6, RoundingMode.CEILING), step, RoundingMode.CEILING);
            BigDecimal lot = rest.min(even).min(most());
            lots.add(Quantity.of(lot, quantity.unit()));
            rest = rest.subtract(lot);
        }
        return lots;
    }

    /** The largest lot: a whole multiple no larger than the maximum. */
    private BigDecimal most() {
        BigDecimal amount = Objects.requireNonNull(maximum).amount();
        return multiple == null ? amount : wholeSteps(amount, multiple.amount(), RoundingMode.FLOOR);
    }

    private static BigDecimal wholeSteps(BigDecimal amount, BigDecimal step, RoundingMode rounding) {
        return amount.divide(step, 0, rounding).multiply(step);
    }
}
