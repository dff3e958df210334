package org.duebook.policy;

/**
 * A file of the rules, in short.
 *
 * @param file path inside the rules folder
 * @param title what people call it, {@code text} what it is for, empty where nobody wrote it
 * @param kind {@code null} for a developer's file
 * @param hit how its rows decide, in words; empty where they do not
 * @param rows that say something
 * @param changed rows that the draft changed, added or removed
 * @param faults of the draft in it
 */
public record RuleTable(
        String file,
        String title,
        String text,
        RuleSheet.@org.jspecify.annotations.Nullable Kind kind,
        String hit,
        int rows,
        int changed,
        int faults) {}
