package org.duebook.policy.table;

import java.util.List;
import java.util.Optional;

/**
 * A condition's cell, read into the values it lets through. Every value is parsed into its type, so no character of a cell
 * reaches the rule language unread.
 */
public sealed interface ConditionCell {

    /** {@code -}: the fact may be anything. */
    record Any() implements ConditionCell {}

    /** The fact must have one of these values. */
    record Test(Accepted accepted) implements ConditionCell {}

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
            case "empty" -> presence(fact, new Accepted.Missing());
            case "given" -> presence(fact, new Accepted.Given());
            default -> new ConditionReader(fact, type, house).read(operator.sign + cell);
        };
    }

    private static ConditionCell presence(FactField fact, Accepted accepted) {
        return fact.isNullable()
                ? new Test(accepted)
                : new Bad("a value: '" + fact.path() + "' is always given", "compare its value instead");
    }
}
