package org.duebook.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duebook.plant.Downtime;
import org.duebook.plant.Machine;
import org.duebook.plant.Overtime;
import org.duebook.plant.Plant;
import org.duebook.shared.Fault;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;
import org.springframework.stereotype.Component;

/** Entries about when machines work: down, back, extra hours. Downtime wins over extra hours, whichever came first. */
@Component
class CapacityEntries {

    /** Longer ago a plan has nothing to do with it any more; a wrong month is more likely. */
    private static final Duration LONGEST_BACK = Duration.ofDays(31);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);
    private static final Duration LONGEST_EXTRA = Duration.ofDays(7);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Plant plant;
    private final Clock clock;

    CapacityEntries(Plant plant, Clock clock) {
        this.plant = plant;
        this.clock = clock;
    }

    CheckedEntry check(DayEntry.Down asked) {
        Instant from = minute(asked.from());
        Instant until = asked.until() == null ? Downtime.FURTHER_NOTICE : minute(asked.until());
        List<Fault> faults = new ArrayList<>();
        machineFault(asked.machine(), faults);
        timeFault("from", from, faults);
        if (!from.isBefore(until)) {
            faults.add(new Fault(
                    "until",
                    say(until),
                    "a time after the start " + say(from),
                    "correct the times, or leave the end out"));
        } else if (asked.until() != null && until.isAfter(from.plus(LONGEST_AHEAD))) {
            faults.add(new Fault(
                    "until",
                    say(until),
                    "at most " + LONGEST_AHEAD.toDays() + " days after the start",
                    "leave the end out until it is known"));
        }
        if (faults.isEmpty()) {
            plant.downtimes().stream()
                    .filter(down -> down.machine().equals(asked.machine())
                            && !down.window().from().isAfter(from)
                            && !down.window().to().isBefore(until))
                    .findFirst()
                    .ifPresent(down -> faults.add(new Fault(
                            "machine",
                            say(down),
                            "a time in which the machine is not down already",
                            "enter only what is more than that, or withdraw the other entry first")));
        }
        return checked(
                faults,
                new JournalEntry.Down(asked.machine(), from, asked.until() == null ? null : until, asked.reason()));
    }

    CheckedEntry check(DayEntry.Back asked) {
        Instant at = minute(asked.at());
        List<Fault> faults = new ArrayList<>();
        machineFault(asked.machine(), faults);
        timeFault("at", at, faults);
        List<Downtime> ended = plant.downtimes().stream()
                .filter(down -> down.machine().equals(asked.machine())
                        && down.window().from().isBefore(at)
                        && down.window().to().isAfter(at))
                .toList();
        if (faults.isEmpty() && ended.isEmpty()) {
            faults.add(new Fault(
                    "machine",
                    asked.machine() + " is not down at " + say(at),
                    "a machine that is down then",
                    "check the machine and the time; withdraw a downtime that has not begun"));
        }
        return checked(faults, new JournalEntry.Back(asked.machine(), at, ended, asked.reason()));
    }

    CheckedEntry check(DayEntry.ExtraHours asked) {
        Instant from = minute(asked.from());
        Instant until = minute(asked.until());
        List<Fault> faults = new ArrayList<>();
        List<MachineCode> machines = machines(asked, faults);
        timeFault("from", from, faults);
        if (!from.isBefore(until) || until.isAfter(from.plus(LONGEST_EXTRA))) {
            faults.add(new Fault(
                    "until",
                    say(until),
                    "a time after the start " + say(from) + ", at most " + LONGEST_EXTRA.toDays() + " days later",
                    "correct the times; change the calendar for longer"));
        }
        if (faults.isEmpty()) {
            useFault(machines, new TimeWindow(from, until), faults);
        }
        return checked(faults, new JournalEntry.ExtraHours(machines, asked.workCentre(), from, until, asked.reason()));
    }

    /** What somebody enters must add time on a machine at least. */
    private void useFault(List<MachineCode> machines, TimeWindow window, List<Fault> faults) {
        boolean working = machines.stream()
                .allMatch(machine -> plant.workingTime(machine, window).equals(List.of(window)));
        boolean down = machines.stream()
                .allMatch(machine -> plant.downtimes().stream()
                        .anyMatch(each -> each.machine().equals(machine)
                                && !each.window().from().isAfter(window.from())
                                && !each.window().to().isBefore(window.to())));
        if (working || down) {
            faults.add(new Fault(
                    "from",
                    say(window.from()) + " to " + say(window.to()) + ", when " + machines
                            + (working ? " work" : " are down"),
                    working ? "a time outside the shifts and other overtime" : "a time in which a machine is not down",
                    working ? "nothing to enter" : "end the downtime first; it wins over extra hours"));
        }
    }

    private List<MachineCode> machines(DayEntry.ExtraHours asked, List<Fault> faults) {
        List<MachineCode> found = plant.machines().stream()
                .filter(machine -> asked.machine() == null
                        ? machine.workCentre().equals(asked.workCentre())
                        : machine.code().equals(asked.machine()))
                .map(Machine::code)
                .toList();
        if ((asked.machine() == null) == (asked.workCentre() == null)) {
            faults.add(new Fault(
                    "machine",
                    asked.machine() == null ? "none" : asked.machine() + " and work centre " + asked.workCentre(),
                    "a machine or a work centre",
                    "name one of them"));
        } else if (found.isEmpty()) {
            faults.add(
                    asked.machine() == null
                            ? new Fault(
                                    "workCentre",
                                    Objects.toString(asked.workCentre()),
                                    "a work centre with machines",
                                    "choose one from the list")
                            : new Fault("machine", asked.machine().value(), "a machine", "choose one from the list"));
        }
        return found;
    }

    void keep(long entry, JournalEntry.Down down) {
        Instant until = down.until() == null ? Downtime.FURTHER_NOTICE : down.until();
        plant.enter(entry, new Downtime(down.machine(), new TimeWindow(down.from(), until), down.reason()));
    }

    void keep(JournalEntry.Back back) {
        plant.endDowntimes(back.machine(), back.at());
    }

    void keep(long entry, JournalEntry.ExtraHours extra) {
        extra.machines()
                .forEach(machine -> plant.enter(
                        entry, new Overtime(machine, new TimeWindow(extra.from(), extra.until()), extra.reason())));
    }

    void undo(long entry) {
        plant.withdraw(entry);
    }

    void undo(JournalEntry.Back back) {
        plant.resumeDowntimes(back.ended(), back.at());
    }

    private void machineFault(MachineCode machine, List<Fault> faults) {
        if (plant.machines().stream().noneMatch(each -> each.code().equals(machine))) {
            faults.add(new Fault("machine", machine.value(), "a machine", "choose one from the list"));
        }
    }

    private void timeFault(String field, Instant at, List<Fault> faults) {
        Instant now = clock.instant();
        if (at.isBefore(now.minus(LONGEST_BACK)) || at.isAfter(now.plus(LONGEST_AHEAD))) {
            faults.add(new Fault(
                    field,
                    say(at),
                    "a time within the last " + LONGEST_BACK.toDays() + " or the next " + LONGEST_AHEAD.toDays()
                            + " days",
                    "check the date; now is " + say(now)));
        }
    }

    private String say(Downtime down) {
        return down.machine() + " is down from " + say(down.window().from())
                + (down.isOpen()
                        ? " until further notice"
                        : " to " + say(down.window().to())) + ": " + down.reason();
    }

    private String say(Instant at) {
        ZoneId zone = plant.profile().zone();
        return at.equals(Downtime.FURTHER_NOTICE) ? "until further notice" : MOMENT.format(at.atZone(zone));
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static CheckedEntry checked(List<Fault> faults, JournalEntry.OfTheDay entry) {
        return faults.isEmpty() ? new CheckedEntry.Sound(entry) : new CheckedEntry.Faulty(faults);
    }
}
