package org.duebook.planning;

import java.time.Duration;
import java.time.LocalDate;
import org.duebook.shared.MachineCode;
import org.duebook.shared.WorkCentreCode;

/** A machine's week: working time there is, time spent running, time spent on changeovers. {@code week} is its Monday. */
public record MachineLoad(
        MachineCode machine,
        WorkCentreCode workCentre,
        LocalDate week,
        Duration capacity,
        Duration running,
        Duration changeover) {}
