package org.duebook.promising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.planning.Binding;
import org.duebook.planning.Placement;
import org.duebook.planning.Variation;
import org.duebook.production.Operation;
import org.duebook.promising.QuotedLine.Cause;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;

/**
 * Puts into words why a release cannot be there earlier: what binds in the plan, then what comes after production. Times
 * are in the plant's zone.
 *
 * @param machines names of the machines by code
 */
record Causes(Map<MachineCode, String> machines, DeliveryTime time) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** More are not read while the customer is on the phone. */
    private static final int MOST_REASONS = 3;

    Causes {
        machines = Map.copyOf(machines);
    }

    /** The strongest first. */
    List<Cause> of(FittedRelease fitted) {
        List<Cause> causes = new ArrayList<>();
        Placement placement = fitted.placement();
        if (placement.proposal().productionOrders().isEmpty()) {
            causes.add(new Cause("NONE", "stock covers all of it"));
        } else {
            placement.bindings().stream()
                    .flatMap(binding -> inWords(binding, placement))
                    .distinct()
                    .forEach(causes::add);
        }
        if (fitted.date().isAfter(fitted.owed().requested())
                && fitted.earliest().isAfter(fitted.planned())) {
            causes.add(new Cause("CONFIDENCE", bufferWords(fitted)));
        }
        causes.addAll(afterProduction(fitted.productionEnd()));
        return causes;
    }

    private Stream<Cause> inWords(Binding binding, Placement placement) {
        return switch (binding) {
            case Binding.MachineBusy busy -> Stream.of(new Cause("MACHINE", busyWords(busy)));
            case Binding.WaitsForMaterial material -> Stream.of(new Cause("MATERIAL", materialWords(material)));
            case Binding.NotReleased unreleased -> release(unreleased, placement);
            case Binding.WaitsForPredecessor before ->
                Stream.of(new Cause(
                        "PREDECESSOR",
                        step(placement, before.operation()) + " waits for " + step(placement, before.predecessor())
                                + " until " + hour(before.until())));
            case Binding.CalendarClosed closed ->
                Stream.of(new Cause(
                        "CALENDAR",
                        "nobody works on " + machine(closed.machine()) + " before " + hour(closed.until())));
            case Binding.Nothing free ->
                Stream.of(new Cause(
                        "NONE",
                        "nothing holds up " + step(placement, free.operation()) + ": it starts " + hour(free.start())));
        };
    }

    /** What must be done first, and the day of release that comes after it. */
    private Stream<Cause> release(Binding.NotReleased unreleased, Placement placement) {
        StartOfWork start =
                time.starts().get(placement.proposal().demand().orderLine().line());
        if (start == null) {
            return Stream.of(releaseDay(unreleased.until().atZone(zone()).toLocalDate()));
        }
        List<Cause> causes = new ArrayList<>();
        if (!start.needed().isEmpty()) {
            causes.add(new Cause(
                    "REQUIREMENT",
                    start.needed().stream()
                                    .map(each ->
                                            each.requirement() + " takes " + counted(each.workingDays(), "working day"))
                                    .collect(Collectors.joining(", then "))
                            + ": ready on " + DAY.format(start.ready())));
        }
        if (start.waitsForReleaseDay()) {
            causes.add(releaseDay(start.released()));
        }
        return causes.stream();
    }

    private static Cause releaseDay(LocalDate day) {
        return new Cause("RELEASE_DAY", "release day: next is " + DAY.format(day));
    }

    private String bufferWords(FittedRelease fitted) {
        String days = counted((int) ChronoUnit.DAYS.between(fitted.planned(), fitted.earliest()), "day");
        List<String> reasons = fitted.placement().outlook().variations().stream()
                .limit(MOST_REASONS)
                .map(this::inWords)
                .toList();
        return days + " more than planned so that it holds "
                + fitted.confidence().inWords() + (reasons.isEmpty() ? "" : ": " + String.join(", ", reasons));
    }

    private String inWords(Variation variation) {
        return switch (variation) {
            case Variation.RunTimes runs ->
                (runs.machine() == null ? "outside work" : "a run on " + machine(runs.machine())) + " may take "
                        + runs.overPercent() + " % longer than planned" + source(runs.recorded());
            case Variation.Scrap scrap ->
                scrap.percent() + " % of the pieces may be lost on " + machine(scrap.machine())
                        + source(scrap.recorded());
            case Variation.Breakdowns downs ->
                machine(downs.machine()) + " breaks down every " + downs.runningHours() + " running hours for "
                        + inWords(Duration.ofMinutes(Math.round(downs.repairHours() * 60)));
            case Variation.Deliveries late ->
                "component " + late.component() + (late.purchase() ? ", still to be ordered," : "") + " may come "
                        + counted(late.days(), "day") + " late" + source(late.recorded());
            case Variation.WorkBefore before ->
                "the work before it on " + machine(before.machine()) + " may end "
                        + roughly(Duration.ofMinutes(before.minutes())) + " later than planned";
        };
    }

    private static String source(boolean recorded) {
        return recorded ? " (recorded)" : " (declared)";
    }

    /** In days from two days on, else in hours. */
    private static String roughly(Duration duration) {
        long hours = Math.max(1, Math.round(duration.toMinutes() / 60.0));
        return hours >= 48 ? Math.round(hours / 24.0) + " days" : hours + " h";
    }

    private String busyWords(Binding.MachineBusy busy) {
        String from = busy.from().isBefore(busy.until()) ? " from " + hour(busy.from()) : "";
        return machine(busy.machine()) + " is taken" + from + " until " + hour(busy.until());
    }

    private String materialWords(Binding.WaitsForMaterial material) {
        String component = "component " + material.component() + " (" + material.quantity() + ")";
        String day = DAY.format(material.available().atZone(zone()));
        return switch (material.source()) {
            case STOCK -> component + " is in stock from " + day;
            case RECEIPT -> component + " arrives on " + day + " by receipt " + material.reference();
            case PURCHASE -> component + " must be bought and is there on " + day;
        };
    }

    private List<Cause> afterProduction(Instant end) {
        List<Cause> causes = new ArrayList<>();
        if (time.afterProduction().isPositive()) {
            causes.add(new Cause(
                    "POST_PROCESSING", "inspection, packing and dispatch take " + inWords(time.afterProduction())));
        }
        LocalDate dispatch = time.dispatchDay(end);
        if (dispatch.isAfter(time.readyDay(end))) {
            causes.add(new Cause("CALENDAR", "the plant dispatches nothing before " + DAY.format(dispatch)));
        }
        if (time.transitDays() > 0) {
            causes.add(new Cause("POST_PROCESSING", counted(time.transitDays(), "day") + " on the road"));
        }
        return causes;
    }

    private String machine(MachineCode code) {
        String name = machines.getOrDefault(code, "");
        return name.isEmpty() || name.contains(code.value())
                ? (name.isEmpty() ? code.value() : name)
                : name + " " + code;
    }

    private static String step(Placement placement, OperationId operation) {
        return placement.proposal().productionOrders().stream()
                .filter(order -> order.number().equals(operation.productionOrder()))
                .flatMap(order -> order.operations().stream()
                        .filter(step -> step.id().equals(operation))
                        .map(Operation::name)
                        .map(name -> name + " of " + order.item()))
                .findFirst()
                .orElse("operation " + operation);
    }

    private static String inWords(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % 60 != 0) {
            return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
        }
        return minutes / 60 + " h";
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String hour(Instant at) {
        return HOUR.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return time.zone();
    }
}
