package org.duebook.production;

/** How far an operation is. */
public enum OperationStatus {
    PLANNED,
    STARTED,
    FINISHED
}
