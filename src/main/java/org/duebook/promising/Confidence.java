package org.duebook.promising;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How sure a date is to be: the share of such dates that hold.
 *
 * @param share above 0 and below 1
 */
public record Confidence(double share) {
    /** The least that may be asked for, in per cent. */
    public static final int LEAST = 50;
    /** The most, in per cent. */
    public static final int MOST = 99;

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public Confidence {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("confidence " + share + ", wanted above 0 and below 1");
        }
    }

    public static Confidence ofPercent(int percent) {
        return new Confidence(percent / 100.0);
    }

    public BigDecimal percent() {
        BigDecimal percent = BigDecimal.valueOf(share)
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** As one says it: 9 times in 10. */
    public String inWords() {
        BigDecimal percent = percent();
        BigDecimal tens = percent.divide(BigDecimal.TEN);
        return tens.stripTrailingZeros().scale() <= 0
                ? tens.toBigInteger() + " times in 10"
                : percent.toPlainString() + " times in 100";
    }

    /** A chance in whole per cent that is not exaggerated. */
    public static int wholePercent(double chance) {
        return (int) Math.floor(100 * chance + 1e-6);
    }
}
