package org.duebook.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that Duebook prints in, and how it writes days, numbers and money. */
public enum Language {
    /** {@code 3 Dec 2026}, {@code Thu 3 Dec 2026}, {@code 1,234.5}, {@code CNY 1,234.50}. */
    ENGLISH("en", Locale.ENGLISH, "d MMM yyyy", "EEE d MMM yyyy", "d MMMM yyyy"),
    /** {@code 2026-12-03}, {@code 2026-12-03 星期四}, {@code 1,234.5}, {@code ¥1,234.50}. */
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE, "yyyy-MM-dd", "yyyy-MM-dd EEEE", "yyyy年M月d日");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final String code;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter letterDay;

    Language(String code, Locale locale, String day, String weekday, String letterDay) {
        this.code = code;
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.weekday = DateTimeFormatter.ofPattern(weekday, locale);
        this.letterDay = DateTimeFormatter.ofPattern(letterDay, locale);
    }

    /** The language of a code such as {@code en}, {@code zh} or {@code zh-CN}; empty when Duebook does not print in it. */
    public static Optional<Language> ofCode(String code) {
        String primary = code.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        return Arrays.stream(values())
                .filter(language -> language.code.equals(primary))
                .findFirst();
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** For columns. */
    public String day(LocalDate day) {
        return this.day.format(day);
    }

    /** With its weekday, for headings. */
    public String weekday(LocalDate day) {
        return weekday.format(day);
    }

    /** As it stands in a letter. */
    public String letterDay(LocalDate day) {
        return letterDay.format(day);
    }

    /** Day and time of day to the minute. */
    public String moment(LocalDateTime moment) {
        return day(moment.toLocalDate()) + " " + TIME.format(moment);
    }

    /** With its own decimals and thousands apart. */
    public String number(BigDecimal number) {
        BigDecimal shown = number.scale() < 0 ? number.setScale(0) : number;
        StringBuilder digits = new StringBuilder(shown.toPlainString());
        int point = digits.indexOf(".");
        int first = shown.signum() < 0 ? 1 : 0;
        for (int at = (point < 0 ? digits.length() : point) - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    public String quantity(Quantity quantity) {
        return number(quantity.amount()) + " " + quantity.unit();
    }

    public String money(Money money) {
        String currency = money.currency().getCurrencyCode();
        String number = number(money.amount());
        return this == CHINESE && currency.equals("CNY") ? "¥" + number : currency + " " + number;
    }
}
