package org.duebook.planning.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.planning.checker.PlantDescription.After;
import org.duebook.planning.checker.PlantDescription.Changeover;
import org.duebook.planning.checker.PlantDescription.PlantMachine;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.PlantDescription.Work;
import org.duebook.planning.checker.Violation.Kind;

/**
 * Proves a schedule feasible or says where it is not. Frozen work is taken as given: it must be repeated exactly, and
 * only whether others keep clear of it is judged.
 */
public final class ScheduleChecker {
    private final PlantDescription plant;
    private final Map<String, Scheduled> scheduled = new LinkedHashMap<>();
    private final Map<String, Work> work = new LinkedHashMap<>();
    private final Map<String, Scheduled> frozen = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private ScheduleChecker(PlantDescription plant) {
        this.plant = plant;
        plant.work().forEach(w -> work.put(w.id(), w));
        plant.frozen().forEach(f -> frozen.put(f.operation(), f));
    }

    /** Every violation found; an empty list is the proof. */
    public static List<Violation> check(PlantDescription plant, List<Scheduled> schedule) {
        ScheduleChecker checker = new ScheduleChecker(plant);
        checker.everyOperationOnce(schedule);
        checker.frozenWorkUntouched();
        FrozenHorizon.check(plant.settled(), checker.scheduled, checker.violations);
        checker.scheduled.values().forEach(checker::operation);
        checker.machinesDoOneThingAtATime();
        plant.materials().forEach(m -> MaterialOverTime.check(m, checker.scheduled, checker.violations));
        return List.copyOf(checker.violations);
    }

    private void report(Kind kind, String operation, String words) {
        violations.add(new Violation(kind, operation, words));
    }

    private void everyOperationOnce(List<Scheduled> schedule) {
        for (Scheduled s : schedule) {
            if (!work.containsKey(s.operation())) {
                report(Kind.UNKNOWN_OPERATION, s.operation(), s.operation() + " is scheduled but not to be done");
            } else if (scheduled.putIfAbsent(s.operation(), s) != null) {
                report(Kind.PLANNED_ONCE, s.operation(), s.operation() + " is scheduled twice, again at " + s.start());
            }
        }
        Set<String> missing = new HashSet<>(work.keySet());
        missing.removeAll(scheduled.keySet());
        missing.stream().sorted().forEach(id -> report(Kind.PLANNED_ONCE, id, id + " is not scheduled"));
    }

    private void frozenWorkUntouched() {
        for (Scheduled f : plant.frozen()) {
            Scheduled s = scheduled.get(f.operation());
            boolean same = s != null
                    && s.machine().equals(f.machine())
                    && s.start().equals(f.start())
                    && s.end().equals(f.end());
            if (!same) {
                report(
                        Kind.FROZEN_WORK,
                        f.operation(),
                        f.operation() + " is frozen on " + f.machine().orElse("outside") + " from " + f.start() + " to "
                                + f.end() + " but scheduled " + (s == null ? "nowhere" : words(s)));
            }
        }
    }

    private static String words(Scheduled s) {
        return "on " + s.machine().orElse("outside") + " from " + s.start() + " to " + s.end();
    }

    private void operation(Scheduled s) {
        if (frozen.containsKey(s.operation())) {
            return;
        }
        Work w = work.get(s.operation());
        if (w == null) {
            return;
        }
        if (s.start().isBefore(w.earliest())) {
            report(Kind.EARLIEST_START, w.id(), w.id() + " starts at " + s.start() + ", before " + w.earliest());
        }
        for (After after : w.after()) {
            precedence(s, after);
        }
        if (s.machine().isEmpty() != w.outside().isPresent()) {
            report(Kind.ELIGIBLE_MACHINE, w.id(), w.id() + " is scheduled " + words(s) + ", which cannot do it");
        } else if (w.outside().isPresent()) {
            duration(s, Duration.between(s.start(), s.end()), w.outside().get());
        } else {
            onMachine(s, w);
        }
    }

    private void precedence(Scheduled s, After after) {
        Scheduled before = scheduled.get(after.id());
        if (before != null && s.start().isBefore(before.end().plus(after.lag()))) {
            report(
                    Kind.PRECEDENCE,
                    s.operation(),
                    s.operation() + " starts at " + s.start() + " but " + after.id() + " ends at " + before.end()
                            + " and needs " + after.lag().toMinutes() + " min after that");
        }
    }

    private void duration(Scheduled s, Duration found, Duration wanted) {
        if (!found.equals(wanted)) {
            report(
                    Kind.DURATION,
                    s.operation(),
                    s.operation() + " " + words(s) + " has " + found.toMinutes() + " min of work, needs "
                            + wanted.toMinutes());
        }
    }

    private void onMachine(Scheduled s, Work w) {
        Optional<PlantMachine> machine = machine(s);
        Optional<Duration> needed = s.machine().map(w.machines()::get);
        if (machine.isEmpty() || needed.isEmpty()) {
            report(Kind.ELIGIBLE_MACHINE, w.id(), w.id() + " is scheduled " + words(s) + ", which cannot do it");
            return;
        }
        Shifts shifts = new Shifts(machine.get().shifts());
        boolean open = shifts.mayStartAt(s.start())
                && (shifts.mayEndAt(s.end()) || s.end().equals(s.start()))
                && shifts.describedUntil(s.end());
        if (!open) {
            report(
                    Kind.WORKING_TIME,
                    w.id(),
                    w.id() + " " + words(s) + " begins or ends outside the machine's working time");
        }
        duration(s, shifts.workedBetween(s.start(), s.end()), needed.get());
        if (s.setupStart().isBefore(machine.get().availableFrom())) {
            report(
                    Kind.MACHINE_AVAILABLE,
                    w.id(),
                    w.id() + " is set up from " + s.setupStart() + ", before its machine is available at "
                            + machine.get().availableFrom());
        }
    }

    private Optional<PlantMachine> machine(Scheduled s) {
        return plant.machines().stream()
                .filter(m ->
                        s.machine().isPresent() && m.code().equals(s.machine().get()))
                .findFirst();
    }

    private void machinesDoOneThingAtATime() {
        for (PlantMachine machine : plant.machines()) {
            List<Scheduled> inOrder = scheduled.values().stream()
                    .filter(s -> s.machine().equals(Optional.of(machine.code())))
                    .sorted(Comparator.comparing(Scheduled::start).thenComparing(Scheduled::end))
                    .toList();
            Optional<Scheduled> before = Optional.empty();
            for (Scheduled s : inOrder) {
                neighbours(machine, before, s);
                before = Optional.of(s);
            }
        }
    }

    private void neighbours(PlantMachine machine, Optional<Scheduled> before, Scheduled s) {
        if (before.isPresent() && s.start().isBefore(before.get().end())) {
            report(
                    Kind.OVERLAP,
                    s.operation(),
                    s.operation() + " and " + before.get().operation() + " are both on " + machine.code() + " at "
                            + s.start());
        }
        if (frozen.containsKey(s.operation())) {
            return;
        }
        Duration needed = changeover(machine, before, s);
        Instant clear = before.map(Scheduled::end).orElse(Instant.MIN);
        Instant from = s.setupStart().isBefore(clear) ? clear : s.setupStart();
        Duration found = new Shifts(machine.shifts()).workedBetween(from, s.start());
        if (found.compareTo(needed) < 0) {
            report(
                    Kind.CHANGEOVER,
                    s.operation(),
                    s.operation() + " on " + machine.code() + " at " + s.start() + " has " + found.toMinutes()
                            + " min of working time for a setup of " + needed.toMinutes());
        }
    }

    private Duration changeover(PlantMachine machine, Optional<Scheduled> before, Scheduled s) {
        Optional<String> left = before.isPresent()
                ? before.map(b -> work.get(b.operation())).map(Work::setupState)
                : machine.initialState();
        Work w = work.get(s.operation());
        if (left.isEmpty() || w == null) {
            return Duration.ZERO;
        }
        return machine.changeovers().getOrDefault(new Changeover(left.get(), w.setupState()), Duration.ZERO);
    }
}
