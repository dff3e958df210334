package org.duebook.policy.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.duebook.policy.fact.OrderFact;

/**
 * One test of the analyst.
 *
 * @param line line of the file, counted from 1
 * @param facts an order with its lines, a late line, or a line that is to begin
 * @param expected cells of the expectation columns that are not empty, by heading
 */
public record Scenario(String file, int line, String id, List<Record> facts, Map<String, String> expected) {

    static final String EXPECT = "expect";
    static final String RULES = "expect rules";
    static final String NOT_RULES = "expect not rules";
    static final String DEPOSIT = "expect deposit";
    static final String APPROVERS = "expect approvers";
    static final String AMOUNT = "expect amount";
    static final String DAYS = "expect days";

    static final List<String> EXPECTATIONS = List.of(EXPECT, RULES, NOT_RULES, DEPOSIT, APPROVERS, AMOUNT, DAYS);

    /** What is to be paid in part or in full: an order's amount, or a late line's. */
    BigDecimal amount() {
        return facts.getFirst() instanceof OrderFact order ? order.amount() : BigDecimal.ZERO;
    }
}
