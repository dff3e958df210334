package org.duebook.shared;

/** A unit of measure as the plant writes it: {@code pcs}, {@code kg}, {@code m}, {@code l}. Lower case, 1 to 10 characters. */
public record Unit(String code) {

    public static final Unit PIECES = new Unit("pcs");

    public Unit {
        if (!code.matches("[a-z][a-z0-9/]{0,9}")) {
            throw new IllegalArgumentException(
                    "unit is '" + code + "', wanted 1 to 10 lower-case letters such as pcs or kg");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
