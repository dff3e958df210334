package org.duebook.policy.table;

import java.util.List;
import java.util.Optional;

/**
 * A condition's cell, read into constraints of the rule language. Every value is parsed into its type first and written
 * back from it, so no character of a cell reaches the rule language unread.
 */
public sealed interface ConditionCell {

    /** {@code -}: the fact may be anything. */
    record Any() implements ConditionCell {}

    /** The fact must satisfy all of these constraints. */
    record Test(List<String> constraints) implements ConditionCell {}

    /** The cell says nothing that fits its column. */
    record Bad(String wanted, String cure) implements ConditionCell {}

    /** How a column compares; {@code IS} reads the operator from the cell. */
    enum Operator {
        IS("is", ""),
        AT_LEAST("at least", ">="),
        AT_MOST("at most", "<="),
        MORE_THAN("more than", ">"),
        LESS_THAN("less than", "<");

        private final String label;
        private final String sign;

        Operator(String label, String sign) {
            this.label = label;
            this.sign = sign;
        }

        static Optional<Operator> of(String label) {
            return List.of(values()).stream()
                    .filter(it -> it.label.equals(label))
                    .findFirst();
        }

        static List<String> labels() {
            return List.of(values()).stream().map(it -> it.label).toList();
        }
    }

    /** Reads a cell of a column of that type that compares that fact. */
    static ConditionCell read(String cell, FactField fact, CellType type, Operator operator, House house) {
        return switch (cell) {
            case "" -> new Bad("a condition, or - for any", "write - where the fact does not matter");
            case "-" -> new Any();
            case "empty" -> presence(fact, "==");
            case "given" -> presence(fact, "!=");
            default -> new ConditionReader(fact, type, house).read(operator.sign + cell);
        };
    }

    private static ConditionCell presence(FactField fact, String sign) {
        return fact.isNullable()
                ? new Test(List.of(fact.name() + " " + sign + " null"))
                : new Bad("a value: '" + fact.path() + "' is always given", "compare its value instead");
    }
}
