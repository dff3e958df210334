package org.duebook.plant;

import java.time.Duration;
import org.duebook.shared.WorkCentreCode;

/**
 * Machine time to change over from one setup state to another on the machines of a work centre. {@code *} stands for any
 * state; the most exact row wins (from and to, then from, then to, then both any). Equal states need none.
 */
public record Changeover(WorkCentreCode workCentre, String from, String to, Duration time) {}
