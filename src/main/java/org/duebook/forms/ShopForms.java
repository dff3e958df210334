package org.duebook.forms;

import java.io.ByteArrayOutputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.catalog.Catalog;
import org.duebook.documents.DocumentKind;
import org.duebook.documents.TableWorkbook;
import org.duebook.forms.DispatchForm.MachineDay;
import org.duebook.forms.WeekForm.MachineWeek;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.shared.Fault;
import org.duebook.shared.MachineCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of the published plan. */
@Component
class ShopForms {

    private final Planning planning;
    private final Plant plant;
    private final Catalog catalog;

    ShopForms(Planning planning, Plant plant, Catalog catalog) {
        this.planning = planning;
        this.plant = plant;
        this.catalog = catalog;
    }

    FormOutcome week(LocalDate dayOfWeek, DocumentKind kind, Issue issue) {
        Optional<Schedule> published = planning.published();
        if (published.isEmpty()) {
            return nothingPublished();
        }
        LocalDate monday = dayOfWeek.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(6);
        ShopCalendar calendar = new ShopCalendar(plant, published.get());
        Map<MachineCode, Machine> known = machines();
        List<MachineWeek> machines = calendar.work(monday, sunday).entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(known.get(entry.getKey()))
                        .map(machine -> new MachineWeek(machine, entry.getValue()))
                        .stream())
                .toList();
        List<DayOfWork> vendors = calendar.workOfVendors(monday, sunday);
        List<DayOfWork> all = Stream.concat(
                        machines.stream().flatMap(machine -> machine.days().stream()), vendors.stream())
                .toList();
        WeekForm form = new WeekForm(issue, words(issue, all), monday, publishedAt(published.get()));
        String name = "weekly-schedule-" + monday;
        if (kind == DocumentKind.XLSX) {
            return Printing.made(name, kind, workbook(form, machines, vendors, all));
        }
        return all.size() > Forms.LINES_ON_PAPER
                ? new FormOutcome.Refused(Forms.tooLong(all.size(), kind))
                : Printing.printed(name, kind, form.form(machines, vendors));
    }

    FormOutcome dispatch(LocalDate day, @Nullable MachineCode code, DocumentKind kind, Issue issue) {
        Map<MachineCode, Machine> known = machines();
        if (code != null && !known.containsKey(code)) {
            return new FormOutcome.Unknown(
                    new Fault("machine", code.value(), "a machine", "look it up in the list of work centres"));
        }
        Optional<Schedule> published = planning.published();
        if (published.isEmpty()) {
            return nothingPublished();
        }
        ShopCalendar calendar = new ShopCalendar(plant, published.get());
        Map<MachineCode, List<DayOfWork>> work =
                code == null ? calendar.work(day, day) : Map.of(code, calendar.work(code, day, day));
        List<MachineDay> machines = work.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(known.get(entry.getKey()))
                        .map(machine -> new MachineDay(machine, calendar.shifts(entry.getKey(), day), entry.getValue()))
                        .stream())
                .toList();
        List<DayOfWork> all =
                machines.stream().flatMap(machine -> machine.work().stream()).toList();
        if (all.size() > Forms.LINES_ON_PAPER) {
            return new FormOutcome.Refused(Forms.tooLong(all.size(), kind));
        }
        DispatchForm form = new DispatchForm(issue, words(issue, all), day, publishedAt(published.get()));
        String name =
                "dispatch-list-" + day + (code == null ? "" : "-" + code.value().replaceAll("[^A-Za-z0-9.-]", "-"));
        return Printing.printed(name, kind, form.form(machines));
    }

    private static byte[] workbook(
            WeekForm form, List<MachineWeek> machines, List<DayOfWork> vendors, List<DayOfWork> all) {
        Map<String, Machine> byCode = machines.stream()
                .map(MachineWeek::machine)
                .collect(Collectors.toMap(machine -> machine.code().value(), Function.identity()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWorkbook workbook = new TableWorkbook(form.workbook(machines, vendors))) {
            all.forEach(day -> workbook.add(form.row(byCode, day)));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private WorkWords words(Issue issue, List<DayOfWork> work) {
        return new WorkWords(
                issue.language(),
                zone(),
                catalog.findAll(work.stream().map(day -> day.operation().item()).collect(Collectors.toSet())));
    }

    private Map<MachineCode, Machine> machines() {
        return plant.machines().stream().collect(Collectors.toMap(Machine::code, Function.identity()));
    }

    private LocalDateTime publishedAt(Schedule schedule) {
        return LocalDateTime.ofInstant(
                Optional.ofNullable(schedule.publishedAt()).orElse(schedule.from()), zone());
    }

    private ZoneId zone() {
        return plant.profile().zone();
    }

    private static FormOutcome nothingPublished() {
        return new FormOutcome.Unknown(new Fault(
                "schedule", "nothing published yet", "a published schedule", "start a planning run and publish it"));
    }
}
