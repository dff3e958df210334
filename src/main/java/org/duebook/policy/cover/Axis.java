package org.duebook.policy.cover;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.duebook.policy.table.Accepted;
import org.duebook.policy.table.Accepted.Span;
import org.duebook.policy.table.CellType;
import org.duebook.policy.table.FactField;
import org.jspecify.annotations.Nullable;

/** One fact that a table compares, cut into pieces within which no cell tells two values apart. */
final class Axis {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(86_399);

    /**
     * A piece: the fact is missing, or its name is this one (none of the others when it is empty), or it is a number of a
     * span.
     */
    record Atom(boolean missing, String name, @Nullable Span span) {}

    private final FactField fact;
    private final CellType type;
    private final String heading;
    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Accepted, Atoms> known = new HashMap<>();

    /** Distance between two values a fact can have; null when there is always one between. */
    private final @Nullable BigDecimal step;

    /**
     * @param heading of a column that compares the fact
     * @param cells every condition on it
     * @param coin smallest difference of two amounts of money
     */
    Axis(FactField fact, CellType type, String heading, Collection<Accepted> cells, BigDecimal coin) {
        this.fact = fact;
        this.type = type;
        this.heading = heading;
        this.step = fact.javaType() == BigDecimal.class ? type == CellType.MONEY ? coin : null : BigDecimal.ONE;
        if (fact.isNullable()) {
            atoms.add(new Atom(true, "", null));
        }
        if (fact.javaType() == boolean.class) {
            name("yes");
            name("no");
        } else if (fact.javaType() == String.class) {
            names(cells);
        } else {
            numbers(cells);
        }
    }

    private void names(Collection<Accepted> cells) {
        Set<String> named = new LinkedHashSet<>();
        cells.forEach(cell -> {
            if (cell instanceof Accepted.Names names) {
                named.addAll(names.names());
            }
        });
        named.forEach(this::name);
        if (fact.choices().isEmpty() || !named.containsAll(fact.choices())) {
            name("");
        }
    }

    private void name(String name) {
        byName.put(name, atoms.size());
        atoms.add(new Atom(false, name, null));
    }

    private void numbers(Collection<Accepted> cells) {
        TreeSet<BigDecimal> cuts = new TreeSet<>();
        cells.forEach(cell -> {
            if (cell instanceof Accepted.Numbers numbers) {
                numbers.spans().forEach(span -> {
                    Optional.ofNullable(span.from()).ifPresent(cuts::add);
                    Optional.ofNullable(span.to()).ifPresent(cuts::add);
                });
            }
        });
        BigDecimal least = fact.javaType() == LocalTime.class
                ? BigDecimal.ZERO
                : fact.least().orElse(null);
        BigDecimal most = fact.javaType() == LocalTime.class ? LAST_SECOND : null;
        BigDecimal before = null;
        for (BigDecimal cut : cuts) {
            piece(new Span(before, false, cut, false), least, most);
            piece(new Span(cut, true, cut, true), least, most);
            before = cut;
        }
        piece(new Span(before, false, null, false), least, most);
    }

    /** Adds what values there can be of a span. */
    private void piece(Span span, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        Span cut = span;
        if (least != null && (cut.from() == null || cut.from().compareTo(least) < 0)) {
            cut = new Span(least, true, cut.to(), cut.withTo());
        }
        if (most != null && (cut.to() == null || cut.to().compareTo(most) > 0)) {
            cut = new Span(cut.from(), cut.withFrom(), most, true);
        }
        cut = step == null ? cut : onSteps(cut, step);
        BigDecimal from = cut.from();
        BigDecimal to = cut.to();
        boolean empty = from != null
                && to != null
                && (from.compareTo(to) > 0 || from.compareTo(to) == 0 && !(cut.withFrom() && cut.withTo()));
        if (!empty) {
            atoms.add(new Atom(false, "", cut));
        }
    }

    private static Span onSteps(Span span, BigDecimal step) {
        BigDecimal from = span.from();
        BigDecimal to = span.to();
        if (from != null) {
            BigDecimal up = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
            from = up.compareTo(from) == 0 && !span.withFrom() ? up.add(step) : up;
        }
        if (to != null) {
            BigDecimal down = to.divide(step, 0, RoundingMode.FLOOR).multiply(step);
            to = down.compareTo(to) == 0 && !span.withTo() ? down.subtract(step) : down;
        }
        return new Span(from, true, to, true);
    }

    FactField fact() {
        return fact;
    }

    CellType type() {
        return type;
    }

    String heading() {
        return heading;
    }

    Atoms all() {
        return Atoms.range(0, atoms.size() - 1);
    }

    Atom atom(int number) {
        return atoms.get(number);
    }

    /** The pieces a condition lets through. */
    Atoms of(Accepted accepted) {
        return known.computeIfAbsent(accepted, this::read);
    }

    private Atoms read(Accepted accepted) {
        Atoms missing = fact.isNullable() ? Atoms.range(0, 0) : Atoms.NONE;
        return switch (accepted) {
            case Accepted.Missing none -> missing;
            case Accepted.Given given -> all().minus(missing);
            case Accepted.Flag flag -> single(flag.yes() ? "yes" : "no");
            case Accepted.Names names -> {
                Atoms named = names.names().stream().map(this::single).reduce(Atoms.NONE, Atoms::plus);
                yield names.anyBut() ? all().minus(missing).minus(named) : named;
            }
            case Accepted.Numbers numbers ->
                numbers.spans().stream().map(this::within).reduce(Atoms.NONE, Atoms::plus);
        };
    }

    private Atoms single(String name) {
        int at = byName.getOrDefault(name, -1);
        return at < 0 ? Atoms.NONE : Atoms.range(at, at);
    }

    private Atoms within(Span span) {
        int first = first(number -> !isBelow(spanOf(number), span));
        int end = first(number -> isAbove(spanOf(number), span));
        return Atoms.range(first, end - 1);
    }

    /** The first number for which something is true that stays true from there on. */
    private int first(IntPredicate is) {
        int low = fact.isNullable() ? 1 : 0;
        int high = atoms.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (is.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Span spanOf(int number) {
        Span span = atoms.get(number).span();
        if (span == null) {
            throw new IllegalStateException("piece " + number + " of " + fact.path() + " is no number");
        }
        return span;
    }

    /** Whether a piece lies below a span; it never lies across one of its bounds. */
    private static boolean isBelow(Span piece, Span span) {
        BigDecimal from = span.from();
        BigDecimal to = piece.to();
        return from != null
                && to != null
                && (to.compareTo(from) < 0 || to.compareTo(from) == 0 && !(piece.withTo() && span.withFrom()));
    }

    private static boolean isAbove(Span piece, Span span) {
        BigDecimal to = span.to();
        BigDecimal from = piece.from();
        return to != null
                && from != null
                && (from.compareTo(to) > 0 || from.compareTo(to) == 0 && !(piece.withFrom() && span.withTo()));
    }

    /** The piece a value lies in; -1 for one the fact cannot have. */
    int place(@Nullable Object value) {
        if (value == null) {
            return fact.isNullable() ? 0 : -1;
        } else if (value instanceof Boolean yes) {
            return byName.getOrDefault(yes ? "yes" : "no", -1);
        } else if (value instanceof String name) {
            return byName.getOrDefault(name, byName.getOrDefault("", -1));
        }
        BigDecimal number = Accepted.number(value);
        Atoms at = within(new Span(number, true, number, true));
        return at.size() == 1 ? at.at(0) : -1;
    }

    /** Values of a piece, the plainest first; null stands for a missing fact. */
    List<@Nullable Object> values(int number) {
        Atom atom = atoms.get(number);
        List<@Nullable Object> values = new ArrayList<>();
        if (atom.missing()) {
            values.add(null);
        } else if (fact.javaType() == boolean.class) {
            values.add(atom.name().equals("yes"));
        } else if (fact.javaType() == String.class) {
            values.add(atom.name().isEmpty() ? other() : atom.name());
        } else {
            numbers(spanOf(number)).forEach(each -> values.add(typed(each)));
        }
        return values;
    }

    private String other() {
        return fact.choices().stream()
                .filter(name -> !byName.containsKey(name))
                .findFirst()
                .orElse(byName.containsKey("OTHER") ? "ANOTHER" : "OTHER");
    }

    private List<BigDecimal> numbers(Span span) {
        BigDecimal from = span.from();
        BigDecimal to = span.to();
        BigDecimal hop = step == null ? BigDecimal.ONE : step;
        if (from != null && to != null) {
            return step != null
                    ? List.of(from, to)
                    : List.of(
                            from.add(to).divide(TWO),
                            span.withFrom() ? from : from.add(to.subtract(from).movePointLeft(1)));
        } else if (from != null) {
            return List.of(span.withFrom() ? from : from.add(hop), from.add(BigDecimal.TEN));
        } else if (to != null) {
            return List.of(span.withTo() ? to : to.subtract(hop), to.subtract(BigDecimal.TEN));
        }
        return List.of(BigDecimal.ZERO, BigDecimal.ONE);
    }

    /** A number as the fact has it. */
    Object typed(BigDecimal number) {
        Class<?> is = fact.javaType();
        if (is == BigDecimal.class) {
            return number;
        }
        long whole = number.longValue();
        if (is == LocalDate.class) {
            return LocalDate.ofEpochDay(whole);
        } else if (is == Duration.class) {
            return Duration.ofSeconds(whole);
        }
        return is == LocalTime.class ? LocalTime.ofSecondOfDay(whole) : (Object) (int) whole;
    }
}
