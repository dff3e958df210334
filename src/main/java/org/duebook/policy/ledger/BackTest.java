package org.duebook.policy.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private record Changed(Change change, Collection<Decision> because) {}

    /** The orders a rule makes a difference to. */
    private record Tally(Decision decision, int orders, Money atStake) {}

    /**
     * @param progress told per cent done, after each part
     * @param stop asked before each part
     * @return nothing when it was stopped
     */
    public Optional<BackTestReport> run(LocalDate from, LocalDate to, IntConsumer progress, BooleanSupplier stop) {
        int all = ledger.count(from, to);
        long last = 0;
        while (true) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            List<Ledger.Line> lines = ledger.after(last, from, to, AT_ONCE);
            if (lines.isEmpty()) {
                return Optional.of(report(from, to));
            }
            lines.parallelStream()
                    .map(this::tried)
                    .flatMap(Optional::stream)
                    .toList()
                    .forEach(this::add);
            judged += lines.size();
            last = lines.getLast().number();
            progress.accept((int) Math.min(100, 100L * judged / all));
        }
    }

    private Optional<Changed> tried(Ledger.Line line) {
        OrderFacts facts = line.readFacts();
        OrderVerdict after = judge.judge(facts);
        if (Essence.of(after).equals(line.essence())) {
            return Optional.empty();
        }
        OrderVerdict before = line.readVerdict();
        Collection<Decision> because = Differences.between(before, after);
        return Optional.of(new Changed(
                new Change(
                        facts.number(),
                        facts.orderDate(),
                        facts.amount(),
                        Essence.said(before),
                        Essence.said(after),
                        because.stream().map(Decision::ruleId).toList()),
                because));
    }

    private void add(Changed changed) {
        changes.add(changed.change);
        Money amount = changed.change.amount();
        changed.because.forEach(decision -> rules.merge(
                decision.ruleId(),
                new Tally(decision, 1, inHouse(amount)),
                (a, b) -> new Tally(a.decision, a.orders + b.orders, a.atStake.plus(b.atStake))));
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
