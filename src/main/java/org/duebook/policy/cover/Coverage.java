package org.duebook.policy.cover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.duebook.policy.CheckReport.Kind;
import org.duebook.policy.CheckReport.Note;
import org.duebook.policy.Decision.Outcome;
import org.duebook.policy.FactUsed;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Row;

/**
 * Looks through the rows of a stage that speak of one kind of fact.
 *
 * <p>Where the first row has the say, a particular row before a general one is how such a table is written, and so is the
 * harder outcome before the milder; told is what is neither. Where all rows count, only what is said twice is told.
 */
public final class Coverage {

    /** Notes of one stage; more would not be read. */
    private static final int MOST = 50;

    /** Rows named in one note. */
    private static final int NAMED = 5;

    /** Facts that are made, or tried to be, for one stage. */
    private static final int MOST_EXAMPLES = 5_000;

    /** Results that are words about the others. */
    private static final Set<String> WORDS = Set.of("message", "wanted");

    private final HitPolicy hit;
    private final Space space;
    private final List<Row> rows;
    private final List<Box> boxes;
    private final ExampleFacts examples;
    private final Words words;
    private final List<Found> found = new ArrayList<>();
    private final boolean[] hidden;
    private final Budget budget;
    private int tried;

    /** A note and facts that show it; none for a row that never has a say. */
    record Found(Note note, List<Record> facts) {}

    private Coverage(HitPolicy hit, List<Row> rows, House house, Budget budget) {
        Currency currency = Currency.getInstance(house.currency());
        this.hit = hit;
        this.rows = rows;
        this.space = new Space(
                rows.getFirst().about(),
                rows,
                BigDecimal.ONE.movePointLeft(Math.max(0, currency.getDefaultFractionDigits())));
        this.boxes = rows.stream().map(space::of).toList();
        this.examples = new ExampleFacts(space);
        this.words = new Words(space, house.currency());
        this.hidden = new boolean[rows.size()];
        this.budget = budget;
    }

    /**
     * What is to be told of a stage's rows.
     *
     * @param complete files of which some row is meant to apply to all facts
     */
    public static List<Note> of(HitPolicy hit, List<Row> rows, Set<String> complete, House house) {
        return find(hit, rows, complete, house).stream().map(Found::note).toList();
    }

    static List<Found> find(HitPolicy hit, List<Row> rows, Set<String> complete, House house) {
        return find(hit, rows, complete, house, new Budget(Budget.OF_A_STAGE));
    }

    static List<Found> find(HitPolicy hit, List<Row> rows, Set<String> complete, House house, Budget budget) {
        Map<String, List<Row>> byFact = new LinkedHashMap<>();
        rows.forEach(row ->
                byFact.computeIfAbsent(row.about(), about -> new ArrayList<>()).add(row));
        List<Found> found = new ArrayList<>();
        byFact.values().forEach(each -> found.addAll(new Coverage(hit, each, house, budget).found(complete)));
        if (budget.isSpent()) {
            found.add(unfinished(rows.getFirst().file()));
        }
        return List.copyOf(found);
    }

    private static Found unfinished(String file) {
        return new Found(
                new Note(
                        Kind.UNFINISHED,
                        file,
                        List.of(),
                        "",
                        "There are too many rows and values in this stage to look at every combination:"
                                + " more may be missing or said twice than is told",
                        List.of()),
                List.of());
    }

    private List<Found> found(Set<String> complete) {
        impossible();
        switch (hit) {
            case FIRST -> {
                neverFirst();
                milderFirst();
            }
            case HIGHEST -> neverHighest();
            case COLLECT -> saidTwice();
        }
        new Boundaries(this).look(complete);
        complete.forEach(this::missing);
        return found;
    }

    Budget budget() {
        return budget;
    }

    Space space() {
        return space;
    }

    List<Row> rows() {
        return rows;
    }

    List<Box> boxes() {
        return boxes;
    }

    HitPolicy hit() {
        return hit;
    }

    private void impossible() {
        for (int at = 0; at < rows.size(); at++) {
            if (boxes.get(at).isEmpty()) {
                never(at, List.of(), "never applies: no value fits all its conditions");
            }
        }
    }

    private void neverFirst() {
        for (int at = 1; at < rows.size(); at++) {
            hiddenBy(at, IntStream.range(0, at), " never applies: wherever it would, an earlier row does: ");
        }
    }

    private void neverHighest() {
        for (int at = 0; at < rows.size(); at++) {
            int own = at;
            hiddenBy(
                    at,
                    IntStream.range(0, rows.size()).filter(other -> {
                        int more = percent(other).compareTo(percent(own));
                        return more > 0 || more == 0 && other < own;
                    }),
                    " never has the say: wherever it applies, another row asks for as much or more: ");
        }
    }

    private BigDecimal percent(int at) {
        return rows.get(at).result("percent", BigDecimal.class).orElse(BigDecimal.ZERO);
    }

    private void hiddenBy(int at, IntStream others, String says) {
        Box own = boxes.get(at);
        if (own.isEmpty() || budget.isSpent()) {
            return;
        }
        budget.spend(rows.size());
        List<Integer> met =
                others.filter(other -> boxes.get(other).meets(own)).boxed().toList();
        Optional<Integer> whole =
                met.stream().filter(other -> boxes.get(other).holds(own)).findFirst();
        List<Integer> by = whole.map(List::of).orElse(met);
        if (whole.isPresent()
                || !met.isEmpty()
                        && Rest.of(own, met.stream().map(boxes::get).toList(), budget)
                                .nothingIsLeft()) {
            List<Row> earlier = by.stream().map(rows::get).toList();
            never(at, earlier, says.strip() + " " + Words.ids(earlier, NAMED));
        }
    }

    private void never(int at, List<Row> by, String says) {
        hidden[at] = true;
        List<Row> about = new ArrayList<>(List.of(rows.get(at)));
        about.addAll(by.stream().limit(NAMED).toList());
        tell(Kind.HIDDEN, about, "", rows.get(at).id() + " " + says, List.of(), List.of());
    }

    /** The earlier row has the say where the later one would ask for more, or something else. */
    private void milderFirst() {
        for (int at = 0; at < rows.size() && found.size() < MOST && !budget.isSpent(); at++) {
            budget.spend(rows.size() - at);
            List<Row> later = new ArrayList<>();
            Example first = null;
            for (int other = at + 1; other < rows.size() && later.size() < NAMED; other++) {
                Optional<Example> both = crosses(at, other)
                        ? example(boxes.get(at).and(boxes.get(other)), List.of(rows.get(at), rows.get(other)))
                        : Optional.empty();
                if (both.isPresent()) {
                    later.add(rows.get(other));
                    first = first == null ? both.get() : first;
                }
            }
            if (first != null) {
                tellCrossing(rows.get(at), later, first);
            }
        }
    }

    private void tellCrossing(Row earlier, List<Row> later, Example both) {
        List<Row> about = new ArrayList<>(List.of(earlier));
        about.addAll(later);
        String rest = later.size() > 1 ? "; as well before " + Words.ids(later.subList(1, later.size()), NAMED) : "";
        tell(
                Kind.OVERLAP,
                about,
                "",
                earlier.id() + " and " + later.getFirst().id() + " both apply " + Words.where(both.used()) + "; "
                        + earlier.id() + " has the say because it comes first" + rest,
                both.used(),
                both.facts());
    }

    private boolean crosses(int at, int other) {
        Box one = boxes.get(at);
        Box two = boxes.get(other);
        return !hidden[at]
                && !hidden[other]
                && one.meets(two)
                && differ(rows.get(at), rows.get(other))
                && isNoHarder(rows.get(at), rows.get(other))
                && !two.holds(one);
    }

    private static boolean isNoHarder(Row earlier, Row later) {
        Optional<Outcome> says = earlier.result("outcome", Outcome.class);
        Optional<Outcome> would = later.result("outcome", Outcome.class);
        return says.isEmpty() || would.isEmpty() || says.get().compareTo(would.get()) <= 0;
    }

    static boolean differ(Row one, Row other) {
        return !meaning(one).equals(meaning(other));
    }

    private static Map<String, Object> meaning(Row row) {
        Map<String, Object> said = new LinkedHashMap<>(row.results());
        said.keySet().removeAll(WORDS);
        said.replaceAll((name, value) -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
        return said;
    }

    private void saidTwice() {
        for (int at = 0; at < rows.size() && found.size() < MOST && !budget.isSpent(); at++) {
            budget.spend(2L * rows.size());
            for (int other = 0; other < rows.size(); other++) {
                boolean says = other != at
                        && !hidden[at]
                        && !hidden[other]
                        && boxes.get(other).holds(boxes.get(at))
                        && (other < at || !boxes.get(at).holds(boxes.get(other)))
                        && !differ(rows.get(at), rows.get(other));
                if (says) {
                    List<Row> both = List.of(rows.get(at), rows.get(other));
                    example(boxes.get(at), both)
                            .ifPresent(example -> tell(
                                    Kind.OVERLAP,
                                    both,
                                    "",
                                    both.getFirst().id() + " says nothing that "
                                            + both.getLast().id() + " does not say too, wherever it applies",
                                    example.used(),
                                    example.facts()));
                    break;
                }
            }
        }
    }

    /** Facts that no row of a table applies to, though it is meant to speak of all. */
    private void missing(String file) {
        List<Integer> own = IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).file().equals(file))
                .boxed()
                .toList();
        List<Box> taken = new ArrayList<>(own.stream().map(boxes::get).toList());
        List<Row> all = own.stream().map(rows::get).toList();
        for (int tries = 0; !own.isEmpty() && tries < NAMED; tries++) {
            Optional<Box> part = Rest.of(space.everything(), taken, budget).part();
            if (part.isEmpty()) {
                return;
            }
            Box gap = widened(part.get(), taken);
            example(gap, all)
                    .ifPresent(example -> tell(
                            new Note(
                                    Kind.GAP,
                                    file,
                                    List.of(),
                                    "",
                                    "No row applies " + words.where(gap, all)
                                            + ", though the table is meant to speak of everything",
                                    example.used()),
                            example.facts()));
            taken.add(gap);
        }
    }

    private Box widened(Box part, Collection<Box> taken) {
        Box wide = part;
        for (int axis = 0; axis < space.axes().size(); axis++) {
            Atoms free = Atoms.NONE;
            Atoms all = space.axes().get(axis).all();
            budget.spend((long) all.size() * taken.size());
            if (budget.isSpent()) {
                return part;
            }
            for (int place = 0; place < all.size(); place++) {
                Atoms one = Atoms.range(all.at(place), all.at(place));
                Box slice = wide.with(axis, one);
                free = taken.stream().noneMatch(slice::meets) ? free.plus(one) : free;
            }
            wide = wide.with(axis, free);
        }
        return wide;
    }

    /** Facts of a box as they are told. */
    record Example(List<FactUsed> used, List<Record> facts) {}

    Optional<Example> example(Box box, List<Row> about) {
        return ++tried > MOST_EXAMPLES
                ? Optional.empty()
                : examples.in(box).map(facts -> new Example(words.example(box, facts, about), facts));
    }

    Words words() {
        return words;
    }

    void tell(Kind kind, List<Row> about, String column, String text, List<FactUsed> example, List<Record> facts) {
        tell(new Note(kind, about.getFirst().file(), Words.places(about), column, text, example), facts);
    }

    private void tell(Note note, List<Record> facts) {
        if (found.size() < MOST) {
            found.add(new Found(note, facts));
        }
    }
}
