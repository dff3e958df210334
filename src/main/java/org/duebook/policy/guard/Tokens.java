package org.duebook.policy.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into the few kinds of token the guard knows. Whatever is left over is a token of kind OTHER. */
final class Tokens {

    enum Kind {
        TEXT,
        NUMBER,
        NAME,
        VARIABLE,
        SIGN,
        OTHER
    }

    /** A token and how many line ends precede it. */
    record Token(Kind kind, String text, int linesBefore) {

        boolean is(String wanted) {
            return text.equals(wanted) && kind != Kind.TEXT;
        }
    }

    /** No escapes in texts: the guard refuses every backslash before it comes here. */
    private static final Pattern TOKEN = Pattern.compile("(?<TEXT>\"[^\"\n\r]*\")"
            + "|(?<NUMBER>\\d{1,15}(?:\\.\\d{1,6})?B?)"
            + "|(?<NAME>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<VARIABLE>\\$[A-Za-z][A-Za-z0-9_]*)"
            + "|(?<SIGN>==|!=|<=|>=|<|>|&&|\\|\\||[,():.;+-])"
            + "|(?<OTHER>\\S)");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int lines = 0;
        int seen = 0;
        while (matcher.find()) {
            for (; seen < matcher.start(); seen++) {
                lines += text.charAt(seen) == '\n' ? 1 : 0;
            }
            for (Kind kind : Kind.values()) {
                if (matcher.group(kind.name()) != null) {
                    tokens.add(new Token(kind, matcher.group(), lines));
                }
            }
        }
        return tokens;
    }
}
