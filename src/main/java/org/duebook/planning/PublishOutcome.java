package org.duebook.planning;

import java.util.List;

/** What became of publishing a schedule. */
public sealed interface PublishOutcome {

    record Published(Schedule schedule) implements PublishOutcome {}

    /** The independent checker found the schedule wrong, or the plan moved on; each in words. */
    record Refused(List<String> reasons) implements PublishOutcome {}

    record Unknown() implements PublishOutcome {}
}
