package org.duebook.policy;

import java.util.List;
import java.util.Optional;

/**
 * What the rules say about one thing besides the acceptance of an order.
 *
 * @param ruleSet version (content hash) of the rule set that decided
 * @param says what each row that has a say comes to, in the order of the table; empty when none speaks of it
 */
public record Verdict<T>(String ruleSet, List<T> says) {

    public Verdict {
        says = List.copyOf(says);
    }

    /** What the first row that has a say comes to. */
    public Optional<T> first() {
        return says.stream().findFirst();
    }
}
