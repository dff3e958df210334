package org.duebook.policy.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario came to, in the words of the expectation columns.
 *
 * @param rules ids of the rules that had a say
 * @param more by expectation column; a column that is not in it came to nothing
 */
record Got(String verdict, List<String> rules, Map<String, String> more) {

    static Got of(String verdict, List<String> rules) {
        return new Got(verdict, rules, Map.of());
    }

    Got with(String column, String value) {
        Map<String, String> both = new HashMap<>(more);
        both.put(column, value);
        return new Got(verdict, rules, both);
    }

    /** The cell that would have been right, where {@code expected} was written. */
    String in(String column, String expected) {
        return switch (column) {
            case Scenario.EXPECT -> verdict;
            case Scenario.RULES ->
                ids(expected).stream().allMatch(rules::contains) ? expected : String.join("|", rules);
            case Scenario.NOT_RULES ->
                ids(expected).stream().noneMatch(rules::contains) ? expected : String.join("|", rules);
            default -> more.getOrDefault(column, "-");
        };
    }

    private static List<String> ids(String cell) {
        return List.of(cell.split("\\s*\\|\\s*", -1));
    }
}
