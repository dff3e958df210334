package org.duebook.policy;

import java.util.List;

/**
 * One rule that fired, with everything needed to explain it years later.
 *
 * @param stage the stage it belongs to: {@code validation}, {@code credit}, {@code deposit}, {@code approval},
 *     {@code late-penalties} and so on, as {@code ruleset.yml} names them
 * @param ruleId the row's id, such as {@code CR-020}
 * @param file path inside the rules folder, such as {@code tables/credit.csv}
 * @param row line of that file, counted from 1 (the heading is line 1)
 * @param outcome what the rule says
 * @param field the field of the order it speaks of, such as {@code lines[0].quantity}
 * @param found the value found there
 * @param wanted what would have been right
 * @param message the finding in the analyst's words
 * @param factsUsed the facts its conditions compared, in the order of the columns
 */
public record Decision(
        String stage,
        String ruleId,
        String file,
        int row,
        Outcome outcome,
        String field,
        String found,
        String wanted,
        String message,
        List<FactUsed> factsUsed) {

    /** What a rule can say, from mildest to hardest. */
    public enum Outcome {
        /** Looked at and in order. */
        APPROVE,
        /** Worth knowing, such as a penalty by contract; stops nothing. */
        WARN,
        /** Somebody must approve. */
        APPROVAL,
        /** A deposit must be paid. */
        DEPOSIT,
        /** Waits until the customer or the clerk has clarified it. */
        CLARIFY,
        /** Waits for the credit department. */
        HOLD,
        REJECT
    }

    public Decision {
        factsUsed = List.copyOf(factsUsed);
    }
}
