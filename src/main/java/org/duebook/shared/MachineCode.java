package org.duebook.shared;

/** The code of a machine. Upper-case letters, digits, dot, dash, slash or underscore; 1 to 40 characters. */
public record MachineCode(String value) implements Comparable<MachineCode> {

    public MachineCode {
        Codes.check("machine code", value);
    }

    @Override
    public int compareTo(MachineCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
