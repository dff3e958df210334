package org.duebook.shared;

/** The code of a work centre. Upper-case letters, digits, dot, dash, slash or underscore; 1 to 40 characters. */
public record WorkCentreCode(String value) implements Comparable<WorkCentreCode> {

    public WorkCentreCode {
        Codes.check("work centre code", value);
    }

    @Override
    public int compareTo(WorkCentreCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
