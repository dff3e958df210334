package org.duebook.planning.checker;

/**
 * One way in which a schedule cannot be carried out.
 *
 * @param operation the operation it shows on; an item's number for material
 * @param words what was found, what was wanted, with times
 */
public record Violation(Kind kind, String operation, String words) {

    /** What a schedule can get wrong. */
    public enum Kind {
        PLANNED_ONCE,
        UNKNOWN_OPERATION,
        ELIGIBLE_MACHINE,
        WORKING_TIME,
        DURATION,
        OVERLAP,
        CHANGEOVER,
        PRECEDENCE,
        EARLIEST_START,
        MACHINE_AVAILABLE,
        MATERIAL,
        FROZEN_WORK,
        FROZEN_ORDER
    }
}
