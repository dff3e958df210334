package org.duebook.policy.scenario;

import java.util.List;
import java.util.Map;

/**
 * One test of the analyst.
 *
 * @param line line of the file, counted from 1
 * @param facts an order with its lines, or one fact of another kind
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
    static final String DEADLINE = "expect deadline";
    static final String RELEASE = "expect release";
    static final String FINE = "expect fine";
    static final String TOLD = "expect told";
    static final String HOURS = "expect hours";

    static final List<String> EXPECTATIONS =
            List.of(EXPECT, RULES, NOT_RULES, DEPOSIT, APPROVERS, AMOUNT, DAYS, DEADLINE, RELEASE, FINE, TOLD, HOURS);
}
