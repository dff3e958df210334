package org.duebook.policy.guard;

import java.util.ArrayList;
import java.util.List;
import org.duebook.policy.guard.Tokens.Kind;
import org.duebook.policy.guard.Tokens.Token;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.Near;

/** Lets a consequence through when it is nothing but {@code decisions.<verb>("ID", $fact, "field", $found, "wanted", "message");}. */
final class VerbGuard {

    private static final List<String> VERBS = List.of("warn", "clarify", "hold", "reject");
    private static final int ARGUMENTS = 6;
    private static final String WANTED = "decisions.<verb>(\"ID\", $fact, \"field\", $found, \"wanted\", \"message\");";

    private final String file;
    private final String rule;
    private final int line;
    private final Faults faults;

    VerbGuard(String file, String rule, int line, Faults faults) {
        this.file = file;
        this.rule = rule;
        this.line = line;
        this.faults = faults;
    }

    void check(String consequence) {
        List<Token> tokens = Tokens.of(consequence);
        int at = 0;
        do {
            at = statement(tokens, at);
        } while (at > 0 && at < tokens.size());
    }

    /** Checks one statement; the position after it, or -1 when it was refused. */
    private int statement(List<Token> tokens, int start) {
        int at = start;
        for (String fixed : List.of("decisions", ".")) {
            if (at >= tokens.size() || !tokens.get(at).is(fixed)) {
                return refuse(tokens, at, WANTED);
            }
            at++;
        }
        if (at >= tokens.size() || !VERBS.contains(tokens.get(at).text())) {
            return refuse(
                    tokens, at, Near.wanted(at < tokens.size() ? tokens.get(at).text() : "", VERBS));
        }
        at++;
        if (at >= tokens.size() || !tokens.get(at).is("(")) {
            return refuse(tokens, at, WANTED);
        }
        List<Token> arguments = new ArrayList<>();
        do {
            at++;
            if (at >= tokens.size() || !isValue(tokens.get(at))) {
                return refuse(tokens, at, "a \"text\", a number or a $variable");
            }
            arguments.add(tokens.get(at));
            at++;
        } while (at < tokens.size() && tokens.get(at).is(","));
        if (at + 1 >= tokens.size()
                || !tokens.get(at).is(")")
                || !tokens.get(at + 1).is(";")) {
            return refuse(tokens, at, WANTED);
        }
        return argumentsFit(arguments) ? at + 2 : refuse(tokens, start, WANTED + " with its own id \"" + rule + "\"");
    }

    private boolean argumentsFit(List<Token> arguments) {
        return arguments.size() == ARGUMENTS
                && arguments.get(0).text().equals('"' + rule + '"')
                && arguments.get(1).kind() == Kind.VARIABLE
                && arguments.get(2).kind() == Kind.TEXT
                && arguments.get(4).kind() == Kind.TEXT
                && arguments.get(5).kind() == Kind.TEXT;
    }

    private static boolean isValue(Token token) {
        return token.kind() == Kind.TEXT
                || token.kind() == Kind.NUMBER && !token.text().endsWith("B")
                || token.kind() == Kind.VARIABLE
                || token.is("true")
                || token.is("false");
    }

    private int refuse(List<Token> tokens, int at, String wanted) {
        Token token = at < tokens.size() ? tokens.get(at) : new Token(Kind.OTHER, "the end of the rule", 0);
        faults.add(
                file,
                line + token.linesBefore(),
                "",
                token.text(),
                wanted,
                "a rule may only decide; write one verb a line");
        return -1;
    }
}
