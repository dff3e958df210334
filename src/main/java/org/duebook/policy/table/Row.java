package org.duebook.policy.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a decision table, typed.
 *
 * @param id unique in the whole rule set
 * @param file path inside the rules folder
 * @param line line of that file, counted from 1
 * @param about the fact type it speaks of
 * @param conditions those that are not {@code -}, in the order of the columns
 * @param validFrom epoch day the row begins to hold, empty when it always did
 * @param validTo last epoch day the row holds, empty when it has no end
 * @param results by name
 */
public record Row(
        String id,
        String file,
        int line,
        String about,
        List<Condition> conditions,
        Optional<Long> validFrom,
        Optional<Long> validTo,
        Map<String, Object> results) {

    /**
     * A condition that matters in this row.
     *
     * @param column its heading
     * @param cell as written
     * @param accepted the values of the fact it lets through
     */
    public record Condition(String column, String cell, FactField fact, CellType type, Accepted accepted) {}

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return validFrom.filter(from -> day.toEpochDay() < from).isEmpty()
                && validTo.filter(to -> day.toEpochDay() > to).isEmpty();
    }

    /** A result of that type, if the table has it. */
    public <T> Optional<T> result(String name, Class<T> type) {
        return Optional.ofNullable(results.get(name)).filter(type::isInstance).map(type::cast);
    }
}
