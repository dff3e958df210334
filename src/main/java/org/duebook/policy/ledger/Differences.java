package org.duebook.policy.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duebook.policy.Decision;
import org.duebook.policy.Decision.Outcome;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;

/** Which rules make two verdicts on the same order differ. */
final class Differences {

    /** A rule's place and what it asks of the order. */
    private record Say(Decision decision, String asks) {}

    private Differences() {}

    /** Decisions of the rules that have a say in one verdict only, or ask something else; of the later one where in both. */
    static Collection<Decision> between(OrderVerdict before, OrderVerdict after) {
        Map<String, Say> then = says(before);
        Map<String, Say> now = says(after);
        Map<String, Decision> found = new TreeMap<>();
        Set<String> ids = new LinkedHashSet<>(then.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            Say earlier = then.get(id);
            Say later = now.get(id);
            if (earlier == null || later == null || !earlier.asks.equals(later.asks)) {
                found.put(id, later != null ? later.decision : Objects.requireNonNull(earlier).decision);
            }
        }
        return found.values();
    }

    private static Map<String, Say> says(OrderVerdict verdict) {
        Map<String, Say> says = new LinkedHashMap<>();
        verdict.decisions().stream()
                .filter(each -> each.outcome() != Outcome.APPROVE && each.outcome() != Outcome.WARN)
                .forEach(each ->
                        says.put(each.ruleId(), new Say(each, each.outcome().name())));
        Stream<Hold> holds = verdict instanceof OrderVerdict.Held held ? held.holds().stream() : Stream.of();
        holds.forEach(hold -> says.put(hold.because().ruleId(), new Say(hold.because(), Essence.of(hold))));
        return says;
    }
}
