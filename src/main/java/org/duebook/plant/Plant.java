package org.duebook.plant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.springframework.stereotype.Service;

/** Door to work centres, machines, calendars and changeovers. Reads are cached; a put clears what it touches. */
@Service
public class Plant {

    /** The plant's profile; before one is put: named "Plant", UTC, EUR. */
    public PlantProfile profile() {
        throw new UnsupportedOperationException();
    }

    public Saved putProfile(PlantProfile profile) {
        throw new UnsupportedOperationException();
    }

    public List<WorkCentre> workCentres() {
        throw new UnsupportedOperationException();
    }

    public Saved putWorkCentre(WorkCentre workCentre) {
        throw new UnsupportedOperationException();
    }

    /** Every machine by code. */
    public List<Machine> machines() {
        throw new UnsupportedOperationException();
    }

    public Saved putMachine(Machine machine) {
        throw new UnsupportedOperationException();
    }

    public List<WorkingCalendar> calendars() {
        throw new UnsupportedOperationException();
    }

    public Optional<WorkingCalendar> calendar(String code) {
        throw new UnsupportedOperationException();
    }

    public Saved putCalendar(WorkingCalendar calendar) {
        throw new UnsupportedOperationException();
    }

    public List<Downtime> downtimes() {
        throw new UnsupportedOperationException();
    }

    public Saved putDowntime(Downtime downtime) {
        throw new UnsupportedOperationException();
    }

    public List<Changeover> changeovers(WorkCentreCode workCentre) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the whole changeover matrix of a work centre. */
    public Saved putChangeovers(WorkCentreCode workCentre, List<Changeover> matrix) {
        throw new UnsupportedOperationException();
    }

    /** When a machine works within the horizon: sorted, not overlapping, downtime and holidays cut out, true across daylight-saving changes. */
    public List<TimeWindow> workingTime(MachineCode machine, TimeWindow horizon) {
        throw new UnsupportedOperationException();
    }

    /** Whether any shift of the plant works on that day (used for dispatch of goods). */
    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
