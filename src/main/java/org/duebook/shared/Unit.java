package org.duebook.shared;

import java.util.regex.Pattern;

/** A unit of measure as the plant writes it: {@code pcs}, {@code kg}, {@code m}, {@code l}. Lower case, 1 to 10 characters. */
public record Unit(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9/]{0,9}");

    public static final Unit PIECES = new Unit("pcs");

    public Unit {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "unit is '" + code + "', wanted 1 to 10 lower-case letters such as pcs or kg");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
