package org.duebook.policy.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duebook.shared.Money;

/** Single values as they are written in cells. Each reader answers empty when the text is not its kind. */
public final class Values {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,6}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})\\s*(min|h|d)");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");

    private static final Pattern AMOUNT = Pattern.compile("(.*\\S) ([A-Z]{3})");
    private static final Map<String, Currency> CURRENCIES =
            Currency.getAvailableCurrencies().stream().collect(Collectors.toMap(Currency::getCurrencyCode, it -> it));

    private Values() {}

    /** A currency by its ISO 4217 code. */
    public static Optional<Currency> currency(String code) {
        return Optional.ofNullable(CURRENCIES.get(code));
    }

    /** {@code 100 CNY}: 0 or more of any currency, no finer than its smallest coin. */
    public static Optional<Money> amount(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return currency(matcher.group(2))
                .flatMap(currency -> number(matcher.group(1))
                        .filter(it -> it.signum() >= 0)
                        .filter(it -> new Money(it, currency).amount().compareTo(it) == 0)
                        .map(it -> new Money(it, currency)));
    }

    public static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** {@code 30 %}, {@code 30%} or {@code 30}. */
    public static Optional<BigDecimal> percent(String text) {
        return number(text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
    }

    /** {@code 50000 EUR}, in the house currency only. */
    public static Optional<BigDecimal> money(String text, String currency) {
        return text.endsWith(" " + currency)
                ? number(
                        text.substring(0, text.length() - currency.length() - 1).strip())
                : Optional.empty();
    }

    /** {@code 7} or {@code 7 d}. */
    public static Optional<Integer> days(String text) {
        String bare = text.endsWith("d") ? text.substring(0, text.length() - 1).strip() : text;
        return WHOLE.matcher(bare).matches() ? Optional.of(Integer.valueOf(bare)) : Optional.empty();
    }

    public static Optional<Boolean> yesNo(String text) {
        return switch (text) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    public static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code 15:00}, hours and minutes. */
    public static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text)).filter(it -> it.getSecond() == 0 && it.getNano() == 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code 30 min}, {@code 24 h} or {@code 2 d}; a day is 24 hours. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "min" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** What stands between bars: {@code A|B}. */
    public static List<String> alternatives(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    /** A short code that is safe to compare with: letters, digits, dot, dash, slash, underscore. */
    public static Optional<String> code(String text) {
        return CODE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
