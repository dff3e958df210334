package org.duebook.policy.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One parameter of a table without rules. */
public sealed interface Parameter {
    String name();

    /** What holds where the table has no row of it, as it would be written there; empty where it must have one. */
    String otherwise();

    /** Whether a cell says a value of it. */
    boolean takes(String cell);

    /** What a cell must look like. */
    String form();

    /** A time of at least {@code least}. */
    record Time(String name, String otherwise, Duration least) implements Parameter {

        @Override
        public boolean takes(String cell) {
            return Values.duration(cell)
                    .filter(value -> value.compareTo(least) >= 0)
                    .isPresent();
        }

        @Override
        public String form() {
            return least.isZero()
                    ? "a duration such as 30 min, 24 h or 2 d"
                    : "a duration of at least " + least.toMinutes() + " min, such as 30 min, 24 h or 2 d";
        }
    }

    /** Per cent from {@code least} to {@code most}. */
    record Share(String name, String otherwise, int least, int most) implements Parameter {

        @Override
        public boolean takes(String cell) {
            return Values.percent(cell)
                    .filter(value -> value.compareTo(BigDecimal.valueOf(least)) >= 0
                            && value.compareTo(BigDecimal.valueOf(most)) <= 0)
                    .isPresent();
        }

        @Override
        public String form() {
            return "per cent from " + least + " to " + most + ", such as " + otherwise;
        }
    }

    /** A plain number of 0 or more. */
    record Rate(String name, String otherwise) implements Parameter {

        @Override
        public boolean takes(String cell) {
            return Values.number(cell).filter(value -> value.signum() >= 0).isPresent();
        }

        @Override
        public String form() {
            return "a number of 0 or more, such as " + otherwise;
        }
    }

    /** Some of these names joined by {@code |}, or a word that stands instead of them. */
    record Choices(String name, String otherwise, List<String> choices, String instead) implements Parameter {

        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public boolean takes(String cell) {
            if (cell.equals(instead)) {
                return true;
            }
            List<String> named = Values.alternatives(cell);
            return choices.containsAll(named) && Set.copyOf(named).size() == named.size();
        }

        @Override
        public String form() {
            return "'" + instead + "', or some of " + String.join(", ", choices) + " joined by |, such as " + otherwise;
        }
    }

    /** One of these names, which the table must give. */
    record Choice(String name, List<String> choices) implements Parameter {

        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public String otherwise() {
            return "";
        }

        @Override
        public boolean takes(String cell) {
            return choices.contains(cell);
        }

        @Override
        public String form() {
            return "one of " + String.join(", ", choices);
        }
    }

    /** A time that the table must give. */
    static Parameter time(String name) {
        return new Time(name, "", Duration.ZERO);
    }
}
