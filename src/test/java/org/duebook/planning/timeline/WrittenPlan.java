package org.duebook.planning.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.duebook.planning.checker.PlantDescription.Scheduled;

/** A plan in the checker's words: minute 0 is a Monday, operation 7 is O7, machine 3 is M3. */
public final class WrittenPlan {
    public static final Instant ORIGIN = Instant.parse("2026-01-05T00:00:00Z");

    private WrittenPlan() {}

    public static Instant at(int minute) {
        return ORIGIN.plus(Duration.ofMinutes(minute));
    }

    public static long minute(Instant at) {
        return Duration.between(ORIGIN, at).toMinutes();
    }

    public static String operation(int operation) {
        return "O" + operation;
    }

    public static String machine(int machine) {
        return "M" + machine;
    }

    public static List<Scheduled> of(TimedPlan plan) {
        return IntStream.range(0, plan.operationCount())
                .mapToObj(o -> new Scheduled(
                        operation(o),
                        plan.machine(o) < 0 ? Optional.empty() : Optional.of(machine(plan.machine(o))),
                        at(plan.setupStart(o)),
                        at(plan.start(o)),
                        at(plan.end(o))))
                .toList();
    }
}
