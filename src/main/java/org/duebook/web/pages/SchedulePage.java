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
import java.util.Optional;
import org.duebook.planning.LateLine;
import org.duebook.planning.MachineLoad;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Plant;
import org.duebook.shared.OrderLineId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published schedule: a week per machine, what is late and why, load, shortages. */
@Controller
class SchedulePage {

    private final Planning planning;
    private final Plant plant;
    private final Clock clock;

    SchedulePage(Planning planning, Plant plant, Clock clock) {
        this.planning = planning;
        this.plant = plant;
        this.clock = clock;
    }

    @GetMapping("/schedule")
    String show(
            @RequestParam(defaultValue = "") String week, @RequestParam(defaultValue = "") String line, Model model) {
        Optional<Schedule> published = planning.published();
        model.addAttribute("schedule", published.orElse(null));
        if (published.isEmpty()) {
            return "schedule";
        }
        Schedule schedule = published.get();
        Instant now = clock.instant();
        Entry entry = new Entry();
        LocalDate monday = entry.optional("week", week, "a day such as 2026-12-03", Entry::day)
                .orElseGet(() -> dayOfNextWork(schedule, now))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Wording say = new Wording(plant.profile().zone());
        model.addAttribute("faults", entry.faults());
        model.addAttribute("monday", monday);
        model.addAttribute(
                "asPlanned",
                planning.schedule(schedule.id()).map(Schedule::figures).orElse(schedule.figures()));
        model.addAttribute("board", new ScheduleDrawing(plant, schedule, monday, now).board());
        model.addAttribute("late", late(schedule, say));
        model.addAttribute("load", load(schedule, monday));
        model.addAttribute(
                "shortages",
                schedule.shortages().stream()
                        .sorted(Comparator.comparing(peg -> peg.available()))
                        .toList());
        addChain(schedule, line, model);
        return "schedule";
    }

    /** Every operation of an order line in the order of time, as a fragment. */
    @GetMapping("/schedule/chain")
    String chain(@RequestParam String line, Model model) {
        planning.published().ifPresent(schedule -> addChain(schedule, line, model));
        return "schedule :: chain";
    }

    /** Today while the plan still has work this week, else the day its work begins. */
    private LocalDate dayOfNextWork(Schedule schedule, Instant now) {
        ZoneId zone = plant.profile().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return schedule.operations().stream()
                .map(ScheduledOperation::placed)
                .filter(placed -> placed.end().isAfter(now))
                .map(placed -> LocalDate.ofInstant(placed.setupStart(), zone))
                .min(Comparator.naturalOrder())
                .filter(first -> first.isAfter(today))
                .orElse(today);
    }

    private static void addChain(Schedule schedule, String line, Model model) {
        String wanted = line.toUpperCase(Locale.ROOT);
        List<ScheduledOperation> operations = schedule.operations().stream()
                .filter(operation -> operation.orderLine().toString().equals(wanted))
                .sorted(Comparator.comparing(
                        (ScheduledOperation operation) -> operation.placed().start()))
                .toList();
        model.addAttribute("chainLine", operations.isEmpty() ? "" : wanted);
        model.addAttribute("chainOperations", operations);
    }

    private List<Late> late(Schedule schedule, Wording say) {
        return planning.lateLines(schedule.id()).orElse(List.of()).stream()
                .sorted(Comparator.comparing(LateLine::late).reversed())
                .map(line -> new Late(
                        line.line(),
                        line.promised(),
                        line.due(),
                        line.end(),
                        line.late(),
                        line.causes().stream()
                                .map(cause -> BindingWords.of(cause, say))
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
