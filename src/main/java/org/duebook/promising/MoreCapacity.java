package org.duebook.promising;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duebook.planning.Binding;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.Placement;
import org.duebook.planning.Supposition;
import org.duebook.plant.Machine;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/** What the machines that bind a late quote could do: work longer, or leave the work to another of their work centre. */
final class MoreCapacity {

    /** Beyond that a plant has no bottleneck but too little of everything. */
    private static final int MOST_MACHINES = 2;
    /** A week's worth; who needs more needs another shift. */
    private static final int MOST_OVERTIMES = 6;
    /** Longer than a weekend with a holiday. */
    private static final Duration CLOSED_FOR = Duration.ofDays(4);

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private final AskedAgain asked;
    private final RecoveryWords words;
    private final List<Machine> machines;
    private final PromiseParameters.Recovery recovery;
    private final Money nothing;

    /** @param nothing no money in the plant's currency */
    MoreCapacity(
            AskedAgain asked,
            RecoveryWords words,
            List<Machine> machines,
            PromiseParameters.Recovery recovery,
            Money nothing) {
        this.asked = asked;
        this.words = words;
        this.machines = machines;
        this.recovery = recovery;
        this.nothing = nothing;
    }

    /**
     * A machine for which a late release waited.
     *
     * @param end when production of the release ends
     */
    record Wait(MachineCode machine, Instant from, Instant end) {}

    /**
     * The machines that bind, those of the release that is last and that were waited for longest first; then those that
     * are just too slow: the work itself takes them until too late.
     */
    static List<Wait> waits(AskedAgain asked) {
        Map<MachineCode, Wait> waits = new LinkedHashMap<>();
        for (FittedRelease late : asked.lateLastFirst()) {
            Placement placement = late.placement();
            placement.bindings().stream()
                    .flatMap(binding -> wait(binding, late.productionEnd()))
                    .forEach(wait -> waits.putIfAbsent(wait.machine, wait));
            for (PlacedOperation placed : placement.operations().reversed()) {
                MachineCode machine = placed.machine();
                if (machine != null) {
                    waits.putIfAbsent(machine, new Wait(machine, placed.setupStart(), late.productionEnd()));
                }
            }
        }
        return waits.values().stream().limit(MOST_MACHINES).toList();
    }

    private static Stream<Wait> wait(Binding binding, Instant end) {
        return switch (binding) {
            case Binding.MachineBusy busy -> Stream.of(new Wait(busy.machine(), busy.from(), end));
            case Binding.CalendarClosed closed ->
                Stream.of(new Wait(closed.machine(), closed.until().minus(CLOSED_FOR), end));
            case Binding.WaitsForMaterial material -> Stream.empty();
            case Binding.NotReleased unreleased -> Stream.empty();
            case Binding.WaitsForPredecessor before -> Stream.empty();
            case Binding.Nothing nothing -> Stream.empty();
        };
    }

    List<Alternative> overtime() {
        return waits(asked).stream().flatMap(wait -> overtime(wait).stream()).toList();
    }

    /** As little overtime, as early, as brings the quote as near as it can. */
    private Optional<Alternative> overtime(Wait wait) {
        Instant from = wait.from.minus(recovery.overtime());
        Instant begin = from.isBefore(asked.now()) ? asked.now() : from;
        if (!begin.isBefore(wait.end)) {
            return Optional.empty();
        }
        List<TimeWindow> closed =
                asked.plan().closed(wait.machine, new TimeWindow(begin, wait.end), recovery.overtime());
        @Nullable Recovered<List<TimeWindow>> best = null;
        for (int count = 1; count <= Math.min(MOST_OVERTIMES, closed.size()); count++) {
            Recovered<List<TimeWindow>> tried = working(wait.machine, closed.subList(0, count));
            if (tried.isBetter() && tried.isSoonerThan(best)) {
                best = tried;
            }
            if (best != null && best.daysLate() == 0) {
                break;
            }
        }
        return Optional.ofNullable(best).map(found -> offered(wait.machine, leanest(wait.machine, found)));
    }

    /** Leaves out what makes no difference. */
    private Recovered<List<TimeWindow>> leanest(MachineCode machine, Recovered<List<TimeWindow>> found) {
        Recovered<List<TimeWindow>> lean = found;
        for (TimeWindow window : found.change()) {
            List<TimeWindow> others = lean.change().stream()
                    .filter(other -> !other.equals(window))
                    .toList();
            if (!others.isEmpty()) {
                Recovered<List<TimeWindow>> tried = working(machine, others);
                if (tried.isBetter() && tried.daysLate() <= lean.daysLate()) {
                    lean = tried;
                }
            }
        }
        return lean;
    }

    private Recovered<List<TimeWindow>> working(MachineCode machine, List<TimeWindow> windows) {
        return new Recovered<>(
                windows, asked.on(asked.plan().supposing(new Supposition.Overtime(machine, windows))), asked);
    }

    private Alternative offered(MachineCode machine, Recovered<List<TimeWindow>> found) {
        Duration whole = found.change().stream().map(TimeWindow::length).reduce(Duration.ZERO, Duration::plus);
        BigDecimal hours = BigDecimal.valueOf(whole.toMinutes()).divide(MINUTES_PER_HOUR, 4, RoundingMode.HALF_UP);
        String text = "Overtime on " + words.machine(machine) + " on " + words.windows(found.change()) + " ("
                + words.length(whole) + "): " + words.gain(found.found());
        Money cost = new Money(recovery.overtimePerHour().multiply(hours), nothing.currency());
        return found.as(Alternative.Kind.OVERTIME, text, cost, false, List.of());
    }

    List<Alternative> substitutes() {
        return waits(asked).stream()
                .flatMap(wait -> substitute(wait.machine).stream())
                .toList();
    }

    /** The best of the other machines of the work centre. */
    private Optional<Alternative> substitute(MachineCode named) {
        return sameWorkCentre(named).stream()
                .map(other -> new Recovered<>(
                        other, asked.on(asked.plan().supposing(new Supposition.Substitute(named, other))), asked))
                .filter(Recovered::isBetter)
                .min(Comparator.comparingLong(Recovered::daysLate))
                .map(found -> found.as(
                        Alternative.Kind.SUBSTITUTE_MACHINE,
                        words.machine(found.change()) + " in place of " + words.machine(named) + ", in the same time: "
                                + words.gain(found.found()),
                        nothing,
                        true,
                        List.of()));
    }

    private List<MachineCode> sameWorkCentre(MachineCode named) {
        return machines.stream()
                .filter(machine -> machine.code().equals(named))
                .flatMap(known -> machines.stream()
                        .filter(machine -> machine.workCentre().equals(known.workCentre()))
                        .map(Machine::code)
                        .filter(code -> !code.equals(named)))
                .toList();
    }
}
