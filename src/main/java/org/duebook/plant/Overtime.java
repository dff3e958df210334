package org.duebook.plant;

import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/**
 * A stretch of time in which a machine works although its calendar does not say so. Where it overlaps a shift the time
 * counts once; where it overlaps downtime the machine is down.
 */
public record Overtime(MachineCode machine, TimeWindow window, String reason) {}
