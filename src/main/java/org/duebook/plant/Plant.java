package org.duebook.plant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Remembered;
import org.duebook.shared.Saved;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Door to work centres, machines, calendars with what differs from them, and changeovers. Several instances may write, so what was so
 * lately serves those who only ask.
 */
@Service
public class Plant {

    private static final PlantProfile UNNAMED =
            new PlantProfile("Plant", ZoneId.of("UTC"), Currency.getInstance("EUR"));

    private final Remembered<String, PlantProfile> profileLately = new Remembered<>(Remembered.MASTER_DATA);
    private final Remembered<String, List<WorkingCalendar>> calendarsLately = new Remembered<>(Remembered.MASTER_DATA);
    private final Remembered<String, List<Machine>> machinesLately = new Remembered<>(Remembered.MASTER_DATA);
    private final CapacityRows capacity;
    private final CalendarRows calendars;
    private final ExceptionRows exceptions;

    Plant(CapacityRows capacity, CalendarRows calendars, ExceptionRows exceptions) {
        this.capacity = capacity;
        this.calendars = calendars;
        this.exceptions = exceptions;
    }

    /** The plant's profile; before one is put: named "Plant", UTC, EUR. */
    @Transactional(readOnly = true)
    public PlantProfile profile() {
        return capacity.profile().orElse(UNNAMED);
    }

    /** The profile as it was a moment ago, for those who only ask. */
    public PlantProfile profileLately() {
        return profileLately.get("", any -> profile());
    }

    @Transactional
    public Saved putProfile(PlantProfile profile) {
        profileLately.forget();
        return capacity.put(profile);
    }

    @Transactional(readOnly = true)
    public List<WorkCentre> workCentres() {
        return capacity.workCentres();
    }

    @Transactional
    public Saved putWorkCentre(WorkCentre workCentre) {
        return capacity.put(workCentre);
    }

    /** Every machine by code. */
    @Transactional(readOnly = true)
    public List<Machine> machines() {
        return capacity.machines();
    }

    /** Every machine as it was a moment ago, for those who only ask. */
    public List<Machine> machinesLately() {
        return machinesLately.get("", any -> machines());
    }

    /** Puts a machine; its work centre and calendar must be there. */
    @Transactional
    public Saved putMachine(Machine machine) {
        machinesLately.forget();
        return capacity.put(machine);
    }

    @Transactional(readOnly = true)
    public List<WorkingCalendar> calendars() {
        return calendars.load();
    }

    /** The calendars as they were a moment ago, for those who only ask. */
    public List<WorkingCalendar> calendarsLately() {
        return calendarsLately.get("", any -> calendars());
    }

    @Transactional(readOnly = true)
    public Optional<WorkingCalendar> calendar(String code) {
        return calendars.load(code);
    }

    @Transactional
    public Saved putCalendar(WorkingCalendar calendar) {
        calendarsLately.forget();
        return calendars.put(calendar);
    }

    /** Every downtime by machine and start, of the plant's sheets and entered. */
    @Transactional(readOnly = true)
    public List<Downtime> downtimes() {
        return exceptions.downtimes();
    }

    /** Puts a downtime of the plant's sheets, of a machine that is there; machine and start name it. */
    @Transactional
    public Saved putDowntime(Downtime downtime) {
        return exceptions.put(downtime);
    }

    /** Every overtime by machine and start, of the plant's sheets and entered. */
    @Transactional(readOnly = true)
    public List<Overtime> overtimes() {
        return exceptions.overtimes();
    }

    /** Puts an overtime of the plant's sheets, of a machine that is there; machine and start name it. */
    @Transactional
    public Saved putOvertime(Overtime overtime) {
        return exceptions.put(overtime);
    }

    /** Adds downtime that was entered under a number of the plan's journal. */
    @Transactional
    public void enter(long entry, Downtime downtime) {
        exceptions.enter(entry, downtime);
    }

    /** Adds overtime that was entered under a number of the plan's journal; there may be several under one. */
    @Transactional
    public void enter(long entry, Overtime overtime) {
        exceptions.enter(entry, overtime);
    }

    /** Takes back the downtime or overtime that was entered under a number. */
    @Transactional
    public void withdraw(long entry) {
        exceptions.remove(entry);
    }

    /** The machine works again: ends its downtimes that have begun by then and last longer. Gives them as they were. */
    @Transactional
    public List<Downtime> endDowntimes(MachineCode machine, Instant at) {
        List<Downtime> running = exceptions.running(machine, at);
        running.forEach(
                downtime -> exceptions.setEnd(downtime, downtime.window().to(), at));
        return running;
    }

    /** Gives downtimes that were ended at an instant the end back that they had. */
    @Transactional
    public void resumeDowntimes(List<Downtime> ended, Instant at) {
        ended.forEach(
                downtime -> exceptions.setEnd(downtime, at, downtime.window().to()));
    }

    /** The downtime that was entered under a number, with the end it has now. */
    @Transactional(readOnly = true)
    public Optional<Downtime> downtimeOf(long entry) {
        return exceptions.downtimeOf(entry);
    }

    @Transactional(readOnly = true)
    public List<Changeover> changeovers(WorkCentreCode workCentre) {
        return capacity.changeovers(workCentre);
    }

    /** The changeovers of every work centre that has any, in one read. */
    @Transactional(readOnly = true)
    public Map<WorkCentreCode, List<Changeover>> changeovers() {
        return capacity.changeovers();
    }

    /** Replaces the whole changeover matrix of a work centre that is there. */
    @Transactional
    public Saved putChangeovers(WorkCentreCode workCentre, List<Changeover> matrix) {
        return capacity.put(workCentre, matrix);
    }

    /**
     * When a machine works within the horizon: sorted, not overlapping nor touching, overtime added, downtime and
     * holidays cut out, true across daylight-saving changes.
     */
    @Transactional(readOnly = true)
    public List<TimeWindow> workingTime(MachineCode machine, TimeWindow horizon) {
        WorkingCalendar calendar = calendars
                .ofMachine(machine)
                .orElseThrow(() ->
                        new IllegalArgumentException("machine " + machine + " is unknown; put the machine first"));
        return WorkingTime.within(
                horizon, calendar, profile().zone(), exceptions.overtimes(machine), exceptions.downtimes(machine));
    }

    /**
     * When every machine works, in a few reads: up to {@code atLeast}, further where holidays, overtime or downtime come
     * later, but not beyond {@code atMost}, and an ordinary week after that.
     */
    @Transactional(readOnly = true)
    public LaidOutTime laidOutTime(Instant from, Instant atLeast, Instant atMost) {
        return new TimeLayout(
                        calendars.load(),
                        exceptions.overtimes(),
                        exceptions.downtimes(),
                        profile().zone())
                .of(capacity.machines(), from, atLeast, atMost);
    }

    /** When a machine would work within the horizon if it were never down. */
    @Transactional(readOnly = true)
    public List<TimeWindow> shifts(MachineCode machine, TimeWindow horizon) {
        WorkingCalendar calendar = calendars
                .ofMachine(machine)
                .orElseThrow(() ->
                        new IllegalArgumentException("machine " + machine + " is unknown; put the machine first"));
        return WorkingTime.within(horizon, calendar, profile().zone(), exceptions.overtimes(machine), List.of());
    }

    /**
     * The same working time, cut where a shift begins or ends, each stretch with the day it belongs to: the one its shift
     * starts on; overtime outside every shift belongs to the day it starts on itself.
     */
    @Transactional(readOnly = true)
    public List<ShiftTime> shiftTimes(MachineCode machine, TimeWindow horizon) {
        List<TimeWindow> working = workingTime(machine, horizon);
        return WorkingTime.byDay(
                working, calendars.ofMachine(machine).orElseThrow(), profile().zone(), horizon);
    }

    /** Whether any shift of the plant starts on that day (used for dispatch of goods). */
    @Transactional(readOnly = true)
    public boolean isWorkingDay(LocalDate day) {
        return calendars.load().stream().anyMatch(calendar -> calendar.worksOn(day));
    }
}
