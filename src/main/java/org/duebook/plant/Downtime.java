package org.duebook.plant;

import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/** A stretch of time in which a machine does not work although its calendar says so. */
public record Downtime(MachineCode machine, TimeWindow window, String reason) {}
