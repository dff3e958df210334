package org.duebook.web.pages;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.planning.EntryOutcome;
import org.duebook.planning.Planning;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.ProgressReport;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.web.entries.EntryStories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A machine as the people at it see it: what runs, what comes next by the plan, and buttons to report it. */
@Controller
class ShopFloorPage {

    private static final int COMING_SHOWN = 8;

    private final Planning planning;
    private final Production production;
    private final Plant plant;
    private final EntryStories stories;
    private final Clock clock;

    ShopFloorPage(Planning planning, Production production, Plant plant, EntryStories stories, Clock clock) {
        this.planning = planning;
        this.production = production;
        this.plant = plant;
        this.stories = stories;
        this.clock = clock;
    }

    @GetMapping("/shop-floor")
    String show(
            @RequestParam(defaultValue = "") String machine,
            @RequestParam(required = false) @Nullable Long entry,
            Model model) {
        Optional.ofNullable(entry)
                .flatMap(planning::entry)
                .map(stories::of)
                .ifPresent(story -> model.addAttribute("story", story));
        return show(machine, Map.of(), List.of(), model);
    }

    @PostMapping("/shop-floor")
    String report(@RequestParam Map<String, String> typed, Principal who, Model model) {
        String machine = typed.getOrDefault("machine", "");
        String action = typed.getOrDefault("action", "");
        Entry entry = new Entry();
        Optional<OperationId> operation =
                entry.required("operation", typed.get("operation"), "an operation", OperationId::parse);
        Optional<MachineCode> at = entry.required("machine", machine, "a machine", MachineCode::new);
        boolean start = action.equals("start");
        BigDecimal good = start ? BigDecimal.ZERO : amount(entry, "good", typed);
        BigDecimal scrap = start ? BigDecimal.ZERO : amount(entry, "scrap", typed);
        if (!entry.faults().isEmpty()) {
            return show(machine, typed, entry.faults(), model);
        }
        Unit unit = production
                .find(operation.orElseThrow().productionOrder())
                .map(order -> order.quantity().unit())
                .orElse(Unit.PIECES);
        ProgressReport report = new ProgressReport(
                operation.orElseThrow(),
                at.orElseThrow(),
                clock.instant(),
                Quantity.of(good, unit),
                Quantity.of(scrap, unit),
                action.equals("finish"));
        return switch (planning.report(report, new Actor(who.getName()))) {
            case EntryOutcome.Booked booked ->
                "redirect:/shop-floor?machine=" + at.orElseThrow() + "&entry="
                        + booked.entry().number();
            case EntryOutcome.Refused refused -> show(machine, typed, refused.faults(), model);
            case EntryOutcome.Unknown unknown ->
                show(
                        machine,
                        typed,
                        List.of(new Fault(
                                "operation",
                                operation.orElseThrow().toString(),
                                "an operation",
                                "choose one from the list")),
                        model);
        };
    }

    private static BigDecimal amount(Entry entry, String field, Map<String, String> typed) {
        return entry.optional(field, typed.get(field), "a number, 0 or more", Entry::number)
                .orElse(BigDecimal.ZERO);
    }

    private String show(String code, Map<String, String> typed, List<Fault> faults, Model model) {
        List<Machine> machines = plant.machines();
        List<ScheduledOperation> planned =
                planning.published().map(schedule -> schedule.operations()).orElse(List.of());
        Optional<Machine> machine = machines.stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst();
        model.addAttribute("machines", machines);
        model.addAttribute("machine", machine.orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        machine.ifPresent(at -> {
            List<Job> jobs = jobs(planned, at.code());
            model.addAttribute(
                    "running", jobs.stream().filter(Job::isRunning).findFirst().orElse(null));
            model.addAttribute(
                    "coming", jobs.stream().filter(job -> !job.isRunning()).toList());
            model.addAttribute(
                    "down",
                    plant.downtimes().stream()
                            .filter(down -> down.machine().equals(at.code())
                                    && down.window().contains(clock.instant()))
                            .findFirst()
                            .orElse(null));
        });
        return "shop-floor";
    }

    private List<Job> jobs(List<ScheduledOperation> planned, MachineCode machine) {
        List<Job> jobs = new ArrayList<>();
        planned.stream()
                .filter(each -> machine.equals(each.placed().machine()))
                .sorted(Comparator.comparing(
                        (ScheduledOperation each) -> each.placed().start()))
                .limit(COMING_SHOWN + 1L)
                .forEach(each -> job(each).ifPresent(jobs::add));
        return jobs;
    }

    private Optional<Job> job(ScheduledOperation planned) {
        OperationId id = planned.placed().operation();
        return production
                .find(id.productionOrder())
                .flatMap(order -> order.operations().stream()
                        .filter(operation -> operation.id().equals(id))
                        .findFirst()
                        .map(operation -> new Job(planned, order, operation)));
    }

    /** An operation at its machine: how it is planned and how far it is. */
    record Job(ScheduledOperation planned, ProductionOrder order, Operation operation) {

        boolean isRunning() {
            return operation.status() == OperationStatus.STARTED;
        }

        /** How many pieces come to it. */
        public Quantity input() {
            return order.inputOf(operation);
        }

        /** How many of them nothing was said about. */
        public Quantity left() {
            return input().minusUpTo(operation.good().plus(operation.scrap()));
        }
    }
}
