package org.duebook.policy;

/**
 * Why one rule had a say about an order, or had none.
 *
 * @param stage as {@code ruleset.yml} names it
 * @param file path inside the rules folder, {@code row} its line counted from 1
 * @param line line of the order that came nearest, for a rule about lines; 0 for the order as a whole
 * @param column heading of the first condition that did not hold; empty where none did not
 * @param cell that condition as written
 * @param found the value it saw
 * @param text all of it in words
 */
public record WhyNot(
        String stage,
        String ruleId,
        String file,
        int row,
        Answer answer,
        int line,
        String column,
        String cell,
        String found,
        String text) {

    /** What became of a rule. */
    public enum Answer {
        /** It has its say in the verdict. */
        APPLIED,
        /** A condition did not hold. */
        CONDITION,
        /** Its dates leave the order's day out. */
        NOT_VALID,
        /** It applies, and another row of its stage has the say. */
        HIDDEN,
        /** An earlier stage ended the judgement. */
        NOT_ASKED
    }
}
