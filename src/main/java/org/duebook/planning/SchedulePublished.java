package org.duebook.planning;

import java.util.UUID;

/** A schedule became the published plan; told within the publishing transaction. */
public record SchedulePublished(UUID schedule) {}
