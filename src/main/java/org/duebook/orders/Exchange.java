package org.duebook.orders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.Map;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/** Turns amounts of one currency into another by the configured rates against the plant's own currency. */
record Exchange(Currency house, Map<String, BigDecimal> rates) {

    boolean knows(Currency currency) {
        return rate(currency) != null;
    }

    Money toHouse(Money amount) {
        return convert(amount, house);
    }

    Money convert(Money amount, Currency wanted) {
        if (amount.currency().equals(wanted)) {
            return amount;
        }
        BigDecimal inHouse = amount.amount().multiply(known(amount.currency()));
        return Money.of(inHouse.divide(known(wanted), MathContext.DECIMAL64), wanted);
    }

    private BigDecimal known(Currency currency) {
        BigDecimal rate = rate(currency);
        if (rate == null) {
            throw new IllegalArgumentException("no exchange rate between " + currency + " and " + house
                    + "; set duebook.orders.exchange-rates." + currency);
        }
        return rate;
    }

    private @Nullable BigDecimal rate(Currency currency) {
        return currency.equals(house) ? BigDecimal.ONE : rates.get(currency.getCurrencyCode());
    }
}
