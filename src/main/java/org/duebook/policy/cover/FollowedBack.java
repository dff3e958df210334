package org.duebook.policy.cover;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.jspecify.annotations.Nullable;

/**
 * Facts from which wanted ones follow. What is found is a proposal: whoever asks reads the facts that are made of it and sees
 * whether they say what was wanted.
 */
final class FollowedBack {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Duration LONG = Duration.ofHours(100);

    private final String type;
    private final Map<FactField, @Nullable Object> values;

    private FollowedBack(String type, Map<FactField, @Nullable Object> wanted) {
        this.type = type;
        this.values = new HashMap<>(wanted);
    }

    /** Proposals, the most promising first. */
    static List<Map<FactField, @Nullable Object>> from(String about, Map<FactField, @Nullable Object> wanted) {
        return switch (about) {
            case "order" -> List.of(order(wanted));
            case "line" -> List.of(line(order(wanted)));
            case "demand" -> List.of(demand(wanted));
            case "lapse" -> List.of(lapse(wanted));
            case "approver" -> List.of(approver(wanted));
            case "alert" -> alerts(wanted);
            default -> List.of(wanted);
        };
    }

    private static Map<FactField, @Nullable Object> order(Map<FactField, @Nullable Object> wanted) {
        FollowedBack order = new FollowedBack("order", wanted);
        BigDecimal amount = order.number("amount", BigDecimal.ZERO);
        if (order.has("exposureAfter")) {
            order.put(
                    "openExposure",
                    order.number("exposureAfter", BigDecimal.ZERO).subtract(amount));
        }
        if (order.has("creditUsedPercent")) {
            BigDecimal limit = order.number("creditLimit", BigDecimal.valueOf(100_000));
            BigDecimal used = order.number("creditUsedPercent", BigDecimal.ZERO);
            order.put("creditLimit", limit);
            order.put("openExposure", limit.multiply(used).movePointLeft(2).subtract(amount));
        }
        if (order.has("shipsAbroad")) {
            Object seat = order.get("country", "DE");
            order.put("country", seat);
            order.put("shipToCountry", order.is("shipsAbroad") ? "DE".equals(seat) ? "FR" : "DE" : seat);
        }
        if (order.has("projectComplete")) {
            List.of("projectNamed", "projectTermAgreed", "projectSignedOff")
                    .forEach(part -> order.put(part, order.is("projectComplete")));
        }
        return order.values;
    }

    private static Map<FactField, @Nullable Object> line(Map<FactField, @Nullable Object> wanted) {
        FollowedBack line = new FollowedBack("line", wanted);
        LocalDate day = line.day("orderDate");
        line.put("orderDate", day);
        line.values.put(FactTypes.find("order.orderDate").orElseThrow(), day);
        if (line.has("requestedInDays")) {
            Object days = line.get("requestedInDays", null);
            line.put("requestedDate", days == null ? null : day.plusDays((int) days));
        }
        if (line.has("unitFits")) {
            line.put("unit", "pcs");
            line.put("itemUnit", line.is("unitFits") ? "pcs" : "kg");
        }
        boolean below = line.is("belowMinimum");
        boolean odd = line.has("multipleFits") && !line.is("multipleFits");
        if (below || odd) {
            BigDecimal quantity = line.number("quantity", BigDecimal.ONE);
            line.put("quantity", quantity);
            line.put("minimumQuantity", below ? quantity.add(BigDecimal.ONE) : null);
            line.put("multipleQuantity", odd ? quantity.abs().multiply(BigDecimal.TWO) : null);
        }
        if (line.has("pricePercent")) {
            line.price();
        }
        return line.values;
    }

    private void price() {
        Object percent = get("pricePercent", null);
        BigDecimal price = number("unitPrice", percent == null ? BigDecimal.ONE : (BigDecimal) percent);
        if (percent == null || ((BigDecimal) percent).signum() == 0) {
            put("listPrice", percent == null ? null : HUNDRED);
        } else {
            put("listPrice", price.multiply(HUNDRED).divide((BigDecimal) percent, MathContext.DECIMAL64));
        }
        if (!has("unitPrice")) {
            put("unitPrice", percent == null ? null : price);
        }
    }

    private static Map<FactField, @Nullable Object> demand(Map<FactField, @Nullable Object> wanted) {
        FollowedBack demand = new FollowedBack("demand", wanted);
        BigDecimal room = demand.number("room", BigDecimal.valueOf(1000));
        demand.put(
                "ceiling",
                room.add(demand.number("inTransit", BigDecimal.ZERO))
                        .subtract(demand.number("weekForecast", BigDecimal.ZERO)));
        if (demand.has("excess")) {
            demand.put("demand", room.add(demand.number("excess", BigDecimal.ZERO)));
        }
        return demand.values;
    }

    /** The day wanted of the month before is moved to a day of its own month where any day will do. */
    private static Map<FactField, @Nullable Object> lapse(Map<FactField, @Nullable Object> wanted) {
        FollowedBack lapse = new FollowedBack("lapse", wanted);
        Object number = lapse.get("dayOfMonthBefore", null);
        if (number == null) {
            lapse.put("planMonth", null);
            return lapse.values;
        }
        LocalDate day = lapse.day("day");
        LocalDate first = day.minusDays((int) number - 1L).withDayOfMonth(1);
        lapse.put("planMonth", first.plusMonths(1));
        lapse.values.put(lapse.field("day"), first.plusDays((int) number - 1L));
        return lapse.values;
    }

    private static Map<FactField, @Nullable Object> approver(Map<FactField, @Nullable Object> wanted) {
        FollowedBack approver = new FollowedBack("approver", wanted);
        if (approver.has("over")) {
            Duration over = (Duration) approver.get("over", null);
            Duration deadline = approver.get("deadline", null) instanceof Duration time ? time : Duration.ofHours(24);
            approver.put("deadline", deadline);
            approver.put("waited", over == null ? Duration.ZERO : deadline.plus(over));
        }
        return approver.values;
    }

    /** Time used, left and over all follow from the time allowed and the time gone by. */
    private static List<Map<FactField, @Nullable Object>> alerts(Map<FactField, @Nullable Object> wanted) {
        FollowedBack alert = new FollowedBack("alert", wanted);
        if (!alert.has("usedPercent") && !alert.has("left") && !alert.has("over")) {
            return List.of(wanted);
        }
        List<Map<FactField, @Nullable Object>> proposals = new ArrayList<>();
        for (Duration allowed : alert.allowed()) {
            for (Duration elapsed : alert.elapsed(allowed)) {
                FollowedBack each = new FollowedBack("alert", wanted);
                each.put("allowed", allowed);
                each.put("elapsed", elapsed.isNegative() ? Duration.ZERO : elapsed);
                proposals.add(each.values);
            }
        }
        return proposals;
    }

    private List<Duration> allowed() {
        List<Duration> times = new ArrayList<>(List.of(LONG, Duration.ofHours(1), Duration.ZERO));
        BigDecimal used = number("usedPercent", BigDecimal.ZERO);
        BigDecimal beyond = used.subtract(HUNDRED);
        for (String name : List.of("left", "over")) {
            Object time = get(name, null);
            if (time instanceof Duration gap && beyond.signum() != 0) {
                times.add(Duration.ofSeconds(BigDecimal.valueOf(gap.toSeconds())
                        .multiply(HUNDRED)
                        .divide(beyond.abs(), 0, RoundingMode.HALF_UP)
                        .longValue()));
            }
        }
        return times;
    }

    private List<Duration> elapsed(Duration allowed) {
        List<Duration> times = new ArrayList<>();
        if (get("over", null) instanceof Duration over) {
            times.add(allowed.plus(over));
        }
        if (get("left", null) instanceof Duration left) {
            times.add(allowed.minus(left));
        }
        BigDecimal share = number("usedPercent", BigDecimal.valueOf(50));
        times.add(Duration.ofSeconds(BigDecimal.valueOf(allowed.toSeconds())
                .multiply(share)
                .movePointLeft(2)
                .longValue()));
        times.add(allowed.plusHours(1));
        return times;
    }

    private FactField field(String name) {
        return FactTypes.find(type + "." + name).orElseThrow();
    }

    private boolean has(String name) {
        return values.containsKey(field(name));
    }

    private @Nullable Object get(String name, @Nullable Object otherwise) {
        Object value = values.get(field(name));
        return value == null ? otherwise : value;
    }

    private BigDecimal number(String name, BigDecimal otherwise) {
        return (BigDecimal) Objects.requireNonNull(get(name, otherwise));
    }

    private LocalDate day(String name) {
        return get(name, null) instanceof LocalDate day ? day : PlainFact.DAY;
    }

    private boolean is(String name) {
        return get(name, false) instanceof Boolean yes && yes;
    }

    /** What is wanted itself is left as it is. */
    private void put(String name, @Nullable Object value) {
        if (!has(name)) {
            values.put(field(name), value);
        }
    }
}
