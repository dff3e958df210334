package org.duebook.plant;

import org.duebook.shared.MachineCode;
import org.duebook.shared.WorkCentreCode;

/** A machine; {@code setupState} is what it is set up for before the plan begins, empty when unknown. */
public record Machine(MachineCode code, String name, WorkCentreCode workCentre, String calendar, String setupState) {}
