package org.duebook.documents;

import java.util.regex.Pattern;

/**
 * Texts of a CSV file that no spreadsheet program takes for a formula. A text that begins with {@code = + - @}, a tab or a
 * line break gets an apostrophe in front, and so does one that has apostrophes before such a sign; reading takes one
 * away again. So both ways are exact.
 */
final class InertText {

    private static final Pattern TO_QUOTE = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'+[=+\\-@\t\r\n].*", Pattern.DOTALL);

    private InertText() {}

    /** Whether a spreadsheet program would take the text for a formula. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    static String written(String text) {
        return TO_QUOTE.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String written) {
        return QUOTED.matcher(written).matches() ? written.substring(1) : written;
    }
}
