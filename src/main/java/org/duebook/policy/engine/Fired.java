package org.duebook.policy.engine;

import java.util.Map;
import java.util.Optional;
import org.duebook.policy.Decision;

/**
 * A rule that has a say.
 *
 * @param position place of the rule in the set, by which rules are told in order
 * @param line line of the order it speaks of, 0 for the order as a whole
 * @param results what its row says, by name
 */
public record Fired(int position, int line, StageKind stage, Decision decision, Map<String, Object> results) {

    public <T> Optional<T> result(String name, Class<T> type) {
        return Optional.ofNullable(results.get(name)).filter(type::isInstance).map(type::cast);
    }

    /** A result that loading has made sure of. */
    public <T> T required(String name, Class<T> type) {
        return result(name, type)
                .orElseThrow(() -> new IllegalStateException(decision.ruleId() + " has no '" + name + "'"));
    }
}
