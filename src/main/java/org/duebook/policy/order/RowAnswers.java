package org.duebook.policy.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.WhyNot;
import org.duebook.policy.WhyNot.Answer;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.engine.Rule;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.engine.Stage;
import org.duebook.policy.fact.LineFact;
import org.duebook.policy.fact.OrderFact;
import org.duebook.policy.guard.ExpertRule;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Row;
import org.duebook.policy.table.Row.Condition;

/**
 * Says of every rule about orders why it applied or did not. A row's conditions are asked one by one, by the same values the
 * engine's rules were written from; an expert rule is shown as it stands, since its conditions compare facts with each other.
 */
public final class RowAnswers {

    private static final List<String> ABOUT = List.of("order", "line");

    private final RuleSet rules;
    private final List<Record> facts;
    private final LocalDate day;
    private final OrderVerdict verdict;

    private RowAnswers(RuleSet rules, OrderFacts order) {
        this.rules = rules;
        this.facts = OrderFlattening.of(order);
        this.day = order.orderDate();
        this.verdict = new OrderJudge(rules).judge(order);
    }

    /** The answers in the order of stages, tables and rows. */
    public static List<WhyNot> of(RuleSet rules, OrderFacts order) {
        return new RowAnswers(rules, order).answers();
    }

    private List<WhyNot> answers() {
        List<WhyNot> answers = new ArrayList<>();
        Optional<String> ended = verdict.decisions().stream()
                .filter(decision ->
                        rules.rules().stream().noneMatch(rule -> rule.id().equals(decision.ruleId())))
                .findFirst()
                .map(Decision::message);
        for (Stage stage : rules.stages()) {
            if (stage.kind().subjects().stream().anyMatch(ABOUT::contains)) {
                for (Rule rule : rules.rules()) {
                    if (rule.stage() == stage.kind()) {
                        answers.add(answer(rule, stage, ended));
                    }
                }
                ended = ended.or(() -> endedBy(stage));
            }
        }
        return answers;
    }

    private Optional<String> endedBy(Stage stage) {
        return said(stage)
                .filter(decision ->
                        stage.stopsOn().filter(decision.outcome()::equals).isPresent())
                .findFirst()
                .map(decision -> decision.ruleId() + " ended the judgement in the stage "
                        + stage.kind().label());
    }

    private Stream<Decision> said(Stage stage) {
        return verdict.decisions().stream()
                .filter(decision -> decision.stage().equals(stage.kind().label()));
    }

    private WhyNot answer(Rule rule, Stage stage, Optional<String> ended) {
        if (ended.isPresent()) {
            return plain(rule, Answer.NOT_ASKED, 0, "Not asked: " + ended.get());
        } else if (rule.row().isPresent()) {
            return row(rule, rule.row().get(), stage);
        }
        return said(stage).anyMatch(decision -> decision.ruleId().equals(rule.id()))
                ? plain(rule, Answer.APPLIED, 0, "It applies")
                : expert(rule, rule.expert().orElseThrow());
    }

    private WhyNot expert(Rule rule, ExpertRule expert) {
        return plain(
                rule,
                Answer.CONDITION,
                0,
                "An expert rule, not looked into further: nothing in the order fits all of: " + expert.when());
    }

    private WhyNot row(Rule rule, Row row, Stage stage) {
        if (!row.holdsOn(day)) {
            String from = row.validFrom()
                    .map(LocalDate::ofEpochDay)
                    .map(on -> " from " + on)
                    .orElse("");
            String to = row.validTo()
                    .map(LocalDate::ofEpochDay)
                    .map(on -> " to " + on)
                    .orElse("");
            return plain(rule, Answer.NOT_VALID, 0, "Not valid on " + day + ": it holds" + from + to);
        }
        Attempt best = null;
        for (Record fact : facts) {
            if (FactTypes.classOf(row.about()).isInstance(fact)) {
                Attempt attempt = attempt(row, fact);
                best = best == null || attempt.held > best.held ? attempt : best;
            }
        }
        if (best == null) {
            return plain(rule, Answer.CONDITION, 0, "It speaks of lines, and the order has none");
        }
        return best.failed.isPresent() ? failed(rule, best, best.failed.get()) : applies(rule, stage, best);
    }

    /** How far a row came with one fact: conditions that held, the one that did not, and the fact. */
    private record Attempt(int held, Optional<Condition> failed, Record fact) {}

    private Attempt attempt(Row row, Record fact) {
        int held = 0;
        for (Condition condition : row.conditions()) {
            if (!condition.accepted().lets(condition.fact().read(subject(condition.fact(), fact)))) {
                return new Attempt(held, Optional.of(condition), fact);
            }
            held++;
        }
        return new Attempt(held, Optional.empty(), fact);
    }

    private Record subject(FactField field, Record fact) {
        return field.type().equals("order") ? facts.getFirst() : fact;
    }

    private WhyNot failed(Rule rule, Attempt attempt, Condition condition) {
        String found = FactField.show(condition.fact().read(subject(condition.fact(), attempt.fact)));
        int line = line(attempt.fact);
        return new WhyNot(
                rule.stage().label(),
                rule.id(),
                rule.file(),
                rule.line(),
                Answer.CONDITION,
                line,
                condition.column(),
                condition.cell(),
                found,
                condition.column() + " wants " + condition.cell() + ", and "
                        + (line == 0 ? "it" : "on line " + line + " it") + " is " + found);
    }

    private WhyNot applies(Rule rule, Stage stage, Attempt attempt) {
        int line = line(attempt.fact);
        boolean has = said(stage).anyMatch(decision -> decision.ruleId().equals(rule.id()));
        if (has) {
            return plain(rule, Answer.APPLIED, line, "It applies");
        }
        String other = said(stage).map(Decision::ruleId).findFirst().orElseThrow();
        return plain(
                rule,
                Answer.HIDDEN,
                line,
                "It applies, but " + other
                        + (stage.hit() == HitPolicy.FIRST
                                ? " comes first and has the say"
                                : " asks for as much or more"));
    }

    private static int line(Record fact) {
        return switch (fact) {
            case LineFact line -> line.line();
            case OrderFact order -> 0;
            default -> throw new IllegalStateException("no fact of an order: " + fact);
        };
    }

    private static WhyNot plain(Rule rule, Answer answer, int line, String text) {
        return new WhyNot(rule.stage().label(), rule.id(), rule.file(), rule.line(), answer, line, "", "", "", text);
    }
}
