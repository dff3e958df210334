package org.duebook.web.pages;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.planning.LateLine;
import org.duebook.planning.MachineLoad;
import org.duebook.planning.PlanBoard;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OrderLineId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published schedule: the planner's board, a week as a table, what is late and why, load, shortages. */
@Controller
class SchedulePage {

    private static final String A_DAY = "a day such as 2026-12-03";

    private final Planning planning;
    private final Production production;
    private final Plant plant;
    private final Clock clock;

    SchedulePage(Planning planning, Production production, Plant plant, Clock clock) {
        this.planning = planning;
        this.production = production;
        this.plant = plant;
        this.clock = clock;
    }

    /** The board; it begins with the given week, else where work goes on. */
    @GetMapping("/schedule")
    String show(
            @RequestParam(defaultValue = "") String week, @RequestParam(defaultValue = "") String line, Model model) {
        Optional<Schedule> published = planning.published();
        model.addAttribute("schedule", published.orElse(null));
        model.addAttribute("seconds", planning.usualLimit().toSeconds());
        model.addAttribute(
                "run",
                planning.runs(1).stream()
                        .filter(run -> !run.status().isOver())
                        .map(PlanningRun::id)
                        .findFirst()
                        .orElse(null));
        if (published.isPresent()) {
            Schedule schedule = published.get();
            Optional<LocalDate> asked = new Entry().optional("week", week, A_DAY, Entry::day);
            LocalDate monday = monday(asked.orElseGet(() -> dayOfNextWork(schedule)));
            model.addAttribute("from", asked.map(SchedulePage::monday).orElse(null));
            model.addAttribute("monday", monday);
            model.addAttribute(
                    "asPlanned",
                    planning.schedule(schedule.id()).map(Schedule::figures).orElse(schedule.figures()));
            model.addAttribute("late", late(schedule));
            model.addAttribute("load", load(schedule, monday));
            model.addAttribute(
                    "shortages",
                    schedule.shortages().stream()
                            .sorted(Comparator.comparing(peg -> peg.available()))
                            .toList());
            addChain(line, model);
        }
        return "schedule";
    }

    /** Every operation of an order line, or of a held quote's, in the order of time and why it is late: a fragment. */
    @GetMapping("/schedule/chain")
    String chain(@RequestParam String line, Model model) {
        addChain(line, model);
        return "schedule :: chain";
    }

    /** The operations of a week by machine, for who would rather read than look. */
    @GetMapping("/schedule/week")
    String week(@RequestParam(defaultValue = "") String week, Model model) {
        Entry entry = new Entry();
        Optional<LocalDate> asked = entry.optional("week", week, A_DAY, Entry::day);
        model.addAttribute("faults", entry.faults());
        Optional<Schedule> published = planning.published();
        LocalDate monday = monday(asked.orElseGet(() ->
                published.map(this::dayOfNextWork).orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone()))));
        Instant from = monday.atStartOfDay(zone()).toInstant();
        Instant to = monday.plusWeeks(1).atStartOfDay(zone()).toInstant();
        model.addAttribute("monday", monday);
        model.addAttribute(
                "machines",
                published.map(Schedule::operations).orElse(List.of()).stream()
                        .filter(operation -> operation.placed().setupStart().isBefore(to)
                                && operation.placed().end().isAfter(from))
                        .sorted(Comparator.comparing(
                                operation -> operation.placed().start()))
                        .collect(Collectors.groupingBy(SchedulePage::place, TreeMap::new, Collectors.toList())));
        return "schedule-week";
    }

    private static String place(ScheduledOperation operation) {
        return operation.placed().machine() == null
                ? operation.workCentre() + ", vendors"
                : operation.placed().machine().value();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private ZoneId zone() {
        return plant.profile().zone();
    }

    /** Today while the plan still has work this week, else the day its work begins. */
    private LocalDate dayOfNextWork(Schedule schedule) {
        Instant now = clock.instant();
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return schedule.operations().stream()
                .map(ScheduledOperation::placed)
                .filter(placed -> placed.end().isAfter(now))
                .map(placed -> LocalDate.ofInstant(placed.setupStart(), zone))
                .min(Comparator.naturalOrder())
                .filter(first -> first.isAfter(today))
                .orElse(today);
    }

    private void addChain(String line, Model model) {
        List<ScheduledOperation> operations = List.of();
        boolean held = false;
        Optional<Schedule> published = line.isBlank() ? Optional.empty() : planning.published();
        if (published.isPresent()) {
            String wanted = line.toUpperCase(Locale.ROOT);
            operations = published.get().operations().stream()
                    .filter(operation -> operation.orderLine().toString().equals(wanted))
                    .sorted(Comparator.comparing(operation -> operation.placed().start()))
                    .toList();
            if (operations.isEmpty()) {
                operations = heldFor(line);
                held = !operations.isEmpty();
            }
        }
        model.addAttribute("chainLine", operations.isEmpty() ? "" : held ? line : line.toUpperCase(Locale.ROOT));
        model.addAttribute("chainHeld", held);
        model.addAttribute("chainOperations", operations);
        model.addAttribute(
                "chainName",
                held ? "Held quote " + line.substring(0, Math.min(8, line.length())) : line.toUpperCase(Locale.ROOT));
        if (!operations.isEmpty() && !held) {
            OrderLineId id = operations.getFirst().orderLine();
            Schedule schedule = published.orElseThrow();
            model.addAttribute(
                    "chainLate",
                    late(schedule).stream()
                            .filter(late -> late.line().equals(id))
                            .findFirst()
                            .orElse(null));
            model.addAttribute(
                    "chainOthers",
                    schedule.operations().stream()
                            .map(ScheduledOperation::orderLine)
                            .filter(other -> other.order().equals(id.order()) && !other.equals(id))
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /** What a quote's line holds; the line is written {@code <quote>/<line>}. */
    private List<ScheduledOperation> heldFor(String line) {
        return planning.board().map(PlanBoard::held).orElse(List.of()).stream()
                .filter(held -> line.equals(
                        held.quote() + "/" + held.operation().orderLine().line()))
                .map(PlanBoard.HeldOperation::operation)
                .sorted(Comparator.comparing(operation -> operation.placed().start()))
                .toList();
    }

    private List<Late> late(Schedule schedule) {
        Wording say = new Wording(zone());
        List<LateLine> late = planning.lateLines(schedule.id()).orElse(List.of());
        Map<OrderLineId, List<ProductionOrder>> again =
                production.madeAgain(late.stream().map(LateLine::line).toList());
        return late.stream()
                .sorted(Comparator.comparing(LateLine::late).reversed())
                .map(line -> new Late(
                        line.line(),
                        line.promised(),
                        line.due(),
                        line.end(),
                        line.late(),
                        Stream.concat(
                                        again.getOrDefault(line.line(), List.of()).stream()
                                                .map(order -> BindingWords.madeAgain(order, say)),
                                        line.causes().stream().map(cause -> BindingWords.of(cause, say)))
                                .toList()))
                .toList();
    }

    private List<Load> load(Schedule schedule, LocalDate monday) {
        return planning.load(schedule.id()).orElse(List.of()).stream()
                .filter(load -> load.week().equals(monday))
                .sorted(Comparator.comparing(MachineLoad::workCentre).thenComparing(MachineLoad::machine))
                .map(load -> new Load(load, percent(load)))
                .toList();
    }

    private static long percent(MachineLoad load) {
        Duration used = load.running().plus(load.changeover());
        return load.capacity().isZero()
                ? 0
                : Math.round(100.0 * used.toMinutes() / load.capacity().toMinutes());
    }

    /** A late line with its causes in words. */
    record Late(OrderLineId line, boolean promised, Instant due, Instant end, Duration by, List<String> causes) {}

    /** A machine's week and how much of it is used, in per cent. */
    record Load(MachineLoad machine, long percent) {}
}
