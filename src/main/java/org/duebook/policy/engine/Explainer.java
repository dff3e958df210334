package org.duebook.policy.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.policy.Decision;
import org.duebook.policy.FactUsed;
import org.duebook.policy.fact.Decisions.Said;
import org.duebook.policy.fact.LineFact;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Row;

/** Turns a rule that fired into a decision with its place and the facts it used. */
final class Explainer {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** The order or the late line everything is about; a line's rules see it too. */
    private final Object main;

    Explainer(Object main) {
        this.main = main;
    }

    Fired explain(int position, Rule rule, Row row, Object fact) {
        FactField field = row.result("field", FactField.class).orElse(null);
        Decision decision = new Decision(
                rule.stage().label(),
                row.id(),
                row.file(),
                row.line(),
                row.result("outcome", Decision.Outcome.class).orElse(Decision.Outcome.APPROVE),
                field == null ? "" : place(fact, field.name()),
                field == null ? "" : FactField.show(field.read(subject(field, fact))),
                fill(row.result("wanted", String.class).orElse(""), fact),
                fill(row.result("message", String.class).orElse(""), fact),
                facts(row, fact));
        return new Fired(position, line(fact), rule.stage(), decision, row.results());
    }

    Fired explain(int position, Rule rule, Said said) {
        Decision decision = new Decision(
                rule.stage().label(),
                said.rule(),
                rule.file(),
                rule.line(),
                Decision.Outcome.valueOf(said.verb().toUpperCase(Locale.ROOT)),
                place(said.fact(), said.field()),
                FactField.show(said.found()),
                said.wanted(),
                said.message(),
                List.of(new FactUsed(said.field(), FactField.show(said.found()))));
        return new Fired(position, line(said.fact()), rule.stage(), decision, Map.of());
    }

    private List<FactUsed> facts(Row row, Object fact) {
        return row.conditions().stream()
                .map(it -> new FactUsed(it.column(), FactField.show(it.fact().read(subject(it.fact(), fact)))))
                .toList();
    }

    private Object subject(FactField field, Object fact) {
        return FactTypes.classOf(field.type()).isInstance(fact) ? fact : main;
    }

    private String fill(String text, Object fact) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(FactTypes.find(match.group(1))
                .map(field -> FactField.show(field.read(subject(field, fact))))
                .orElse(match.group())));
    }

    private static int line(Object fact) {
        return fact instanceof LineFact line ? line.line() : 0;
    }

    /** Lines count from 1 for people and from 0 in a JSON path. */
    private static String place(Object fact, String name) {
        return fact instanceof LineFact line ? "lines[" + (line.line() - 1) + "]." + name : name;
    }
}
