package org.duebook.measures;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * How promises were kept.
 *
 * @param lines promised lines that were delivered in full
 * @param revised those of them whose date was changed
 * @param onTimeFirst delivered by the date first promised
 * @param onTimeLast delivered by the date promised last
 * @param daysFirst mean days from the date first promised to the last delivery: above 0 late, below 0 early
 * @param daysLast the same against the date promised last
 * @param quotedDays mean days from the order to the date first promised
 * @param actualDays mean days from the order to the last delivery
 */
public record PromisesKept(
        int lines,
        int revised,
        int onTimeFirst,
        int onTimeLast,
        OptionalDouble daysFirst,
        OptionalDouble daysLast,
        OptionalDouble quotedDays,
        OptionalDouble actualDays) {

    static PromisesKept of(List<KeptLine> lines) {
        return new PromisesKept(
                lines.size(),
                (int) lines.stream().filter(KeptLine::isRevised).count(),
                (int) lines.stream()
                        .filter(line -> line.daysAgainstFirst() <= 0)
                        .count(),
                (int) lines.stream().filter(line -> line.daysAgainstLast() <= 0).count(),
                mean(lines, KeptLine::daysAgainstFirst),
                mean(lines, KeptLine::daysAgainstLast),
                mean(lines, KeptLine::quotedDays),
                mean(lines, KeptLine::actualDays));
    }

    private static OptionalDouble mean(List<KeptLine> lines, ToLongFunction<KeptLine> days) {
        return lines.stream().mapToLong(days).average();
    }

    /** Of the lines, from 0 to 1; empty where there is none. */
    public OptionalDouble shareFirst() {
        return share(onTimeFirst);
    }

    /** Of the lines, from 0 to 1; empty where there is none. */
    public OptionalDouble shareLast() {
        return share(onTimeLast);
    }

    private OptionalDouble share(int some) {
        return lines == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / lines);
    }
}
