package org.duebook.policy.cover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.jspecify.annotations.Nullable;

/** Makes facts that lie in a box, if facts can: what follows from other facts is followed back to those. */
final class ExampleFacts {

    private static final int TRIES = 24;

    private final Space space;

    ExampleFacts(Space space) {
        this.space = space;
    }

    /** An order with its line, or one fact of another kind; nothing when none was found. */
    Optional<List<Record>> in(Box box) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            for (Map<FactField, @Nullable Object> values : FollowedBack.from(space.about(), wanted(box, attempt))) {
                Optional<List<Record>> facts = made(values).filter(made -> lie(made, box));
                if (facts.isPresent()) {
                    return facts;
                }
            }
        }
        return Optional.empty();
    }

    /** The value wanted of every fact the box does not leave open. */
    private Map<FactField, @Nullable Object> wanted(Box box, int attempt) {
        Map<FactField, @Nullable Object> wanted = new HashMap<>();
        SplittableRandom mixing = new SplittableRandom(attempt);
        for (int number = 0; number < space.axes().size(); number++) {
            Axis axis = space.axes().get(number);
            Atoms side = box.sides().get(number);
            if (!side.equals(axis.all())) {
                int mixed = attempt == 0 ? 0 : mixing.nextInt(1 << 20);
                boolean missingLast = axis.atom(side.at(0)).missing() && side.size() > 1;
                int place = missingLast ? (mixed + 1) % side.size() : mixed % side.size();
                List<@Nullable Object> values = axis.values(side.at(place));
                wanted.put(axis.fact(), values.get(attempt == 0 ? 0 : mixing.nextInt(values.size())));
            }
        }
        return wanted;
    }

    private Optional<List<Record>> made(Map<FactField, @Nullable Object> values) {
        List<Record> facts = new ArrayList<>();
        if (space.about().equals("line")) {
            facts.add(PlainFact.of("order", values));
        }
        facts.add(PlainFact.of(space.about(), values));
        return Optional.of(facts);
    }

    private boolean lie(List<Record> facts, Box box) {
        return IntStream.range(0, space.axes().size()).allMatch(number -> {
            Axis axis = space.axes().get(number);
            return box.sides().get(number).has(axis.place(value(axis.fact(), facts)));
        });
    }

    /** What the facts say of one of them. */
    static @Nullable Object value(FactField field, List<Record> facts) {
        return facts.stream()
                .filter(FactTypes.classOf(field.type())::isInstance)
                .findFirst()
                .map(fact -> Optional.ofNullable(field.read(fact)))
                .orElseThrow()
                .orElse(null);
    }
}
