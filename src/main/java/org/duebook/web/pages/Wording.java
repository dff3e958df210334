package org.duebook.web.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.orders.OrderStatus;
import org.duebook.planning.RunStatus;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderVerdict;
import org.duebook.promising.QuoteStatus;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** How values read on a page. Instants are shown in the plant's zone; what is missing is a dash. */
public final class Wording {

    private static final String NONE = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final Set<String> ABBREVIATIONS = Set.of("GM", "API", "RD");

    private static final Pattern LINE_FIELD = Pattern.compile("lines\\[(\\d{1,9})]\\.(.+)");

    private final ZoneId zone;

    Wording(ZoneId zone) {
        this.zone = zone;
    }

    /** Such as {@code Thu 3 Dec 2026}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? NONE : DAY.format(day);
    }

    /** Such as {@code 2026-12-03}, for columns. */
    public String iso(@Nullable LocalDate day) {
        return day == null ? NONE : day.toString();
    }

    /** Such as {@code Thu 3 Dec 2026 14:05}. */
    public String moment(@Nullable Instant at) {
        return at == null ? NONE : MOMENT.format(at.atZone(zone));
    }

    /** A moment; the day alone when it begins then, as what arrives on a day does. */
    public String arrival(@Nullable Instant at) {
        return at != null && at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT) ? day(dayOf(at)) : moment(at);
    }

    /** Such as {@code Thu 14:05}. */
    public String clock(@Nullable Instant at) {
        return at == null ? NONE : CLOCK.format(at.atZone(zone));
    }

    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Such as {@code 1,234.50 EUR}. */
    public String money(@Nullable Money money) {
        return money == null ? NONE : grouped(money.amount(), "#,##0.00") + " " + money.currency();
    }

    /** Such as {@code 1,234.50}. */
    public String amount(Money money) {
        return grouped(money.amount(), "#,##0.00");
    }

    /** Such as {@code 1,200 pcs}. */
    public String quantity(@Nullable Quantity quantity) {
        return quantity == null ? NONE : grouped(quantity.amount(), "#,##0.###") + " " + quantity.unit();
    }

    public String number(@Nullable Number number) {
        return number == null ? NONE : grouped(new BigDecimal(number.toString()), "#,##0.###");
    }

    /** Such as {@code 2 d 4 h}, {@code 3 h 20 min} or {@code 15 s}. */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return NONE;
        }
        if (duration.toDays() > 0) {
            return duration.toDays() + " d" + (duration.toHoursPart() == 0 ? "" : " " + duration.toHoursPart() + " h");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h"
                    + (duration.toMinutesPart() == 0 ? "" : " " + duration.toMinutesPart() + " min");
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** Hours with one decimal, such as {@code 41.5}. */
    public String hours(@Nullable Duration duration) {
        return duration == null
                ? NONE
                : grouped(
                        BigDecimal.valueOf(duration.toMinutes())
                                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP),
                        "#,##0.0");
    }

    /** A share from 0 to 1, such as {@code 93.4 %}. */
    public String share(OptionalDouble share) {
        return share.isEmpty() ? NONE : grouped(BigDecimal.valueOf(share.getAsDouble() * 100), "#,##0.#") + " %";
    }

    /** Days with one decimal, such as {@code -1.5}. */
    public String days(OptionalDouble days) {
        return days.isEmpty() ? NONE : grouped(BigDecimal.valueOf(days.getAsDouble()), "#,##0.0");
    }

    /** Minutes weighted by lines as whole hours, such as {@code 1,204}. */
    public String wholeHours(long minutes) {
        return number(Math.round(minutes / 60.0));
    }

    /** A constant in words: {@code PARTLY_DELIVERED} is {@code Partly delivered}. */
    public String words(@Nullable Object constant) {
        if (constant == null) {
            return NONE;
        }
        StringBuilder words = new StringBuilder();
        for (String word : constant.toString().split("_")) {
            words.append(words.isEmpty() ? "" : " ");
            words.append(ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
        }
        words.setCharAt(0, Character.toUpperCase(words.charAt(0)));
        return words.toString();
    }

    /** What a rule asks for, such as {@code Needs approval}. */
    public String outcome(Decision.Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "Passed";
            case WARN -> "Warning";
            case APPROVAL -> "Needs approval";
            case DEPOSIT -> "Needs deposit";
            case CLARIFY -> "Needs clarification";
            case HOLD -> "Hold";
            case REJECT -> "Reject";
        };
    }

    /** A field in words: {@code lines[0].unitPrice} is {@code line 1, unit price}. */
    public String field(String path) {
        Matcher line = LINE_FIELD.matcher(path);
        return line.matches()
                ? "line " + (Integer.parseInt(line.group(1)) + 1) + ", " + spaced(line.group(2))
                : spaced(path);
    }

    private static String spaced(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** The look of a badge: {@code good}, {@code wait}, {@code bad}, {@code calm} or {@code plain}. */
    public String tone(Object status) {
        return switch (status) {
            case OrderStatus order ->
                switch (order) {
                    case ACCEPTED, PARTLY_DELIVERED -> "good";
                    case HELD -> "wait";
                    case DELIVERED -> "calm";
                    case REJECTED -> "bad";
                    case CANCELLED -> "plain";
                };
            case RunStatus run ->
                switch (run) {
                    case RUNNING, WAITING -> "wait";
                    case FINISHED, STOPPED -> "good";
                    case FAILED -> "bad";
                };
            case QuoteStatus quote ->
                switch (quote) {
                    case HELD -> "good";
                    case INQUIRY -> "wait";
                    case CONFIRMED -> "calm";
                    case CANCELLED, EXPIRED -> "plain";
                };
            case Decision.Outcome outcome ->
                switch (outcome) {
                    case APPROVE -> "good";
                    case WARN -> "plain";
                    case APPROVAL, DEPOSIT, CLARIFY, HOLD -> "wait";
                    case REJECT -> "bad";
                };
            default -> "plain";
        };
    }

    /** What a verdict is called: {@code accepted}, {@code held} or {@code rejected}. */
    public String verdict(OrderVerdict verdict) {
        return switch (verdict) {
            case OrderVerdict.Accepted accepted -> "accepted";
            case OrderVerdict.Held held -> "held";
            case OrderVerdict.Rejected rejected -> "rejected";
        };
    }

    /** The faults that speak of a field of a form. */
    public List<Fault> of(@Nullable List<Fault> faults, String field) {
        return faults == null
                ? List.of()
                : faults.stream().filter(fault -> fault.field().equals(field)).toList();
    }

    /** What to say beside the field: what was found and what is wanted. */
    public String say(Fault fault) {
        String found = fault.found().isBlank() ? "" : "“" + fault.found() + "”: ";
        String cure = fault.cure().isBlank() ? "" : "; " + fault.cure();
        return found + "wanted " + fault.wanted() + cure;
    }

    private static String grouped(BigDecimal number, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }
}
