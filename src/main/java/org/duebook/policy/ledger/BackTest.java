package org.duebook.policy.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.duebook.policy.BackTestReport;
import org.duebook.policy.BackTestReport.ByRule;
import org.duebook.policy.BackTestReport.Change;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.order.OrderJudge;
import org.duebook.shared.Money;

/** Tries a draft on the orders of a period, on all cores. */
public final class BackTest {

    private static final int AT_ONCE = 2_000;

    private final Ledger ledger;
    private final RuleSet draft;
    private final OrderJudge judge;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Tally> rules = new LinkedHashMap<>();
    private int judged;

    public BackTest(Ledger ledger, RuleSet draft) {
        this.ledger = ledger;
        this.draft = draft;
        this.judge = new OrderJudge(draft);
    }

    /** An order the draft says something else to. */
    private record Different(long number, OrderFacts facts, OrderVerdict after) {}

    /** The orders a rule makes a difference to. */
    private record Tally(Decision decision, int orders, Money atStake) {}

    /**
     * @param progress told per cent done, after each part
     * @param stop asked before each part
     * @return nothing when it was stopped
     */
    public Optional<BackTestReport> run(LocalDate from, LocalDate to, IntConsumer progress, BooleanSupplier stop) {
        int all = ledger.count(from, to);
        LocalDate day = from;
        long number = 0;
        while (!stop.getAsBoolean()) {
            List<Ledger.Line> lines = ledger.after(day, number, to, AT_ONCE);
            if (lines.isEmpty()) {
                return Optional.of(report(from, to));
            }
            add(lines.parallelStream()
                    .map(this::tried)
                    .flatMap(Optional::stream)
                    .toList());
            judged += lines.size();
            day = lines.getLast().orderDate();
            number = lines.getLast().number();
            progress.accept((int) Math.min(100, 100L * judged / all));
        }
        return Optional.empty();
    }

    private Optional<Different> tried(Ledger.Line line) {
        OrderFacts facts = line.readFacts();
        OrderVerdict after = judge.judge(facts);
        return Essence.of(after).equals(line.essence())
                ? Optional.empty()
                : Optional.of(new Different(line.number(), facts, after));
    }

    private void add(List<Different> different) {
        Map<Long, OrderVerdict> verdicts =
                ledger.verdicts(different.stream().map(Different::number).toList());
        for (Different each : different) {
            OrderVerdict before = Objects.requireNonNull(verdicts.get(each.number));
            Collection<Decision> because = Differences.between(before, each.after);
            changes.add(new Change(
                    each.facts.number(),
                    each.facts.orderDate(),
                    each.facts.amount(),
                    Essence.said(before),
                    Essence.said(each.after),
                    because.stream().map(Decision::ruleId).toList()));
            Money amount = inHouse(each.facts.amount());
            because.forEach(decision -> rules.merge(
                    decision.ruleId(),
                    new Tally(decision, 1, amount),
                    (a, b) -> new Tally(a.decision, a.orders + b.orders, a.atStake.plus(b.atStake))));
        }
    }

    private BackTestReport report(LocalDate from, LocalDate to) {
        return new BackTestReport(
                draft.version(),
                from,
                to,
                judged,
                changes.stream().map(change -> inHouse(change.amount())).reduce(inHouse(), Money::plus),
                rules.values().stream()
                        .sorted(Comparator.comparing(Tally::orders).reversed())
                        .map(tally -> new ByRule(
                                tally.decision.ruleId(),
                                tally.decision.file(),
                                tally.decision.row(),
                                tally.orders,
                                tally.atStake))
                        .toList(),
                changes);
    }

    /** An order judged in another house currency counts nothing: it cannot be added up. */
    private Money inHouse(Money amount) {
        return amount.currency().getCurrencyCode().equals(draft.currency()) ? amount : inHouse();
    }

    private Money inHouse() {
        return Money.zero(Currency.getInstance(draft.currency()));
    }
}
