package org.duebook.shared;

import java.util.regex.Pattern;

/** What a number or code may look like, the same for all of them. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,39}");

    private Codes() {}

    static void check(String what, String value) {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " is '" + value
                    + "', wanted 1 to 40 upper-case letters, digits, dots, dashes, slashes or underscores");
        }
    }
}
