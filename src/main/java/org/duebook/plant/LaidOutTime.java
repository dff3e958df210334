package org.duebook.plant;

import java.util.List;
import java.util.Map;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/**
 * When machines work, laid out as far as anything differs from their weekly shifts. The last week of the horizon is an
 * ordinary one (no holiday, no overtime, no downtime), so that it may stand for all that follow.
 *
 * @param working windows of every machine within the horizon: sorted and apart
 */
public record LaidOutTime(TimeWindow horizon, Map<MachineCode, List<TimeWindow>> working) {}
