package org.duebook.orders;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param exchangeRates by ISO 4217 code: what one unit of that currency is worth in the plant's; the plant's own needs none
 * @param duplicateWithinDays the same order of the same customer within so many days looks like a duplicate
 */
@ConfigurationProperties("duebook.orders")
record OrdersSettings(
        @DefaultValue Map<String, BigDecimal> exchangeRates,
        @DefaultValue("14") int duplicateWithinDays) {

    OrdersSettings {
        exchangeRates = Map.copyOf(exchangeRates);
        exchangeRates.forEach((currency, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("duebook.orders.exchange-rates." + currency + " is " + rate
                        + ", wanted more than 0: what one " + currency + " is worth in the plant's currency");
            }
        });
    }
}
