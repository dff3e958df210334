package org.duebook.plant;

import java.time.LocalDate;
import org.duebook.shared.TimeWindow;

/** A stretch of time a machine works, and the day it belongs to: the one its shift starts on, also past midnight. */
public record ShiftTime(LocalDate day, TimeWindow time) {}
