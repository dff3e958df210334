package org.duebook.production;

import java.time.Duration;
import org.duebook.shared.MachineCode;

/** A machine that may do an operation and the working time it would take, changeover not included; whole minutes, at least one. */
public record MachineTime(MachineCode machine, Duration time) {}
