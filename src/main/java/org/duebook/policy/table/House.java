package org.duebook.policy.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code ruleset.yml} says of the company for all tables.
 *
 * @param currency ISO 4217 code of the house currency, in which amounts are compared
 * @param approvers roles an approval may ask for
 * @param others roles that are told or fined besides
 */
public record House(String currency, List<String> approvers, List<String> others) {

    public House {
        approvers = List.copyOf(approvers);
        others = List.copyOf(others);
    }

    /** Every role that a rule may name. */
    public List<String> roles() {
        return Stream.concat(approvers.stream(), others.stream()).distinct().toList();
    }
}
