package org.duebook.policy.guard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.duebook.policy.guard.Tokens.Kind;
import org.duebook.policy.guard.Tokens.Token;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.Near;

/** Lets a condition through when each of its tokens is a known fact, a variable, a literal or a comparison. No call passes. */
final class ConstraintGuard {

    private static final Set<String> WORDS = Set.of("in", "not", "true", "false", "null");

    private final String file;
    private final List<String> own;

    /** What a variable may be asked for: it is bound to an order or a line. */
    private final Set<String> all;

    private final Faults faults;

    ConstraintGuard(String file, String factClass, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.own = FactTypes.types().stream()
                .filter(type -> FactTypes.classOf(type).getSimpleName().equals(factClass))
                .flatMap(type -> FactTypes.of(type).stream())
                .map(FactField::name)
                .toList();
        this.all = Stream.of("order", "line")
                .flatMap(type -> FactTypes.of(type).stream())
                .map(FactField::name)
                .collect(Collectors.toSet());
    }

    void check(BaseDescr descr, int line) {
        int at = Math.max(line, descr.getLine());
        if (descr instanceof ExprConstraintDescr expression && descr.getClass() == ExprConstraintDescr.class) {
            checkTokens(Tokens.of(expression.getExpression()), at);
        } else if (descr instanceof BindingDescr binding && descr.getClass() == BindingDescr.class) {
            checkTokens(Tokens.of(binding.getVariable()), at);
            checkTokens(Tokens.of(binding.getExpression()), at);
        } else {
            refuse(at, descr.getClass().getSimpleName().replace("Descr", ""), "a comparison of facts", "rewrite it");
        }
    }

    private void checkTokens(List<Token> tokens, int line) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = i == 0 ? new Token(Kind.SIGN, ",", 0) : tokens.get(i - 1);
            int at = line + token.linesBefore();
            switch (token.kind()) {
                case TEXT, NUMBER, VARIABLE -> {}
                case NAME -> name(token, before, at);
                case SIGN -> sign(token, before, at);
                case OTHER ->
                    refuse(
                            at,
                            token.text(),
                            "facts, $variables, numbers, \"texts\" and comparisons",
                            "remove it; quotes must be straight");
            }
        }
    }

    private void name(Token token, Token before, int line) {
        if (before.is(".")) {
            if (!all.contains(token.text())) {
                refuse(
                        line,
                        token.text(),
                        Near.wanted(token.text(), all.stream().sorted().toList()),
                        "name a fact");
            }
        } else if (!WORDS.contains(token.text()) && !own.contains(token.text())) {
            refuse(line, token.text(), Near.wanted(token.text(), own), "name a fact");
        }
    }

    private void sign(Token token, Token before, int line) {
        boolean call = token.is("(")
                && (before.kind() == Kind.NAME && !before.is("in")
                        || before.kind() == Kind.VARIABLE
                        || before.is(")")
                        || before.kind() == Kind.TEXT);
        if (call) {
            refuse(line, before.text() + "(", "no call", "compare facts only");
        }
        if (token.is(".") && before.kind() != Kind.VARIABLE) {
            refuse(
                    line,
                    before.text() + ".",
                    "a dot only between a $variable and a fact",
                    "bind the fact to a $variable first");
        }
        if (token.is(":") && before.kind() != Kind.VARIABLE || token.is(";")) {
            refuse(line, token.text(), "comparisons, and $variable : fact", "remove it");
        }
    }

    private void refuse(int line, String found, String wanted, String cure) {
        faults.add(file, line, "", found, wanted, cure);
    }
}
