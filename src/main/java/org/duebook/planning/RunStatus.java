package org.duebook.planning;

/** Where a planning run stands. */
public enum RunStatus {
    WAITING,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED;

    public boolean isOver() {
        return this == FINISHED || this == STOPPED || this == FAILED;
    }
}
