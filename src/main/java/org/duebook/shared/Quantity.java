package org.duebook.shared;

import java.math.BigDecimal;

/** An amount of something in its unit. Never negative; trailing zeros are dropped so that equal amounts are equal. */
public record Quantity(BigDecimal amount, Unit unit) implements Comparable<Quantity> {

    public Quantity {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(
                    "quantity is " + amount.toPlainString() + " " + unit + ", wanted 0 or more");
        }
        amount = plain(amount);
    }

    public static Quantity of(BigDecimal amount, Unit unit) {
        return new Quantity(amount, unit);
    }

    public static Quantity of(long amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    public static Quantity zero(Unit unit) {
        return of(0, unit);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(sameUnit(other).amount), unit);
    }

    /** This less the other; refuses to go below zero. */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(sameUnit(other).amount), unit);
    }

    /** This less the other, or zero when the other is more. */
    public Quantity minusUpTo(Quantity other) {
        return new Quantity(amount.subtract(sameUnit(other).amount).max(BigDecimal.ZERO), unit);
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Quantity times(BigDecimal factor) {
        return new Quantity(amount.multiply(factor), unit);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(sameUnit(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException(
                    "units differ: " + this + " and " + other + "; convert one of them first");
        }
        return other;
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
