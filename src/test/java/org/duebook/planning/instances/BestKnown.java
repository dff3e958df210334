package org.duebook.planning.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What others have reached, from a CSV file with the columns family, instance, objective, lower_bound and best_known;
 * both values may be empty.
 */
public final class BestKnown {
    private static final String HEADER = "family,instance,objective,lower_bound,best_known";

    private record Key(String family, String instance) {}

    private record Bounds(OptionalLong lower, OptionalLong best) {}

    private final Map<Key, Bounds> bounds = new HashMap<>();

    private BestKnown() {}

    /** Nothing is known where there is no such file. */
    public static BestKnown read(Path file) throws IOException {
        return Files.exists(file) ? read(file.getFileName().toString(), Files.readAllLines(file)) : new BestKnown();
    }

    static BestKnown read(String file, List<String> lines) {
        BestKnown result = new BestKnown();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalArgumentException(
                    file + ":1: found " + lines.stream().findFirst().orElse("nothing") + ", wanted " + HEADER);
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).strip().split(",", -1);
            if (cells.length != 5) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": found " + cells.length + " cells, wanted 5");
            }
            String where = file + ":" + (i + 1);
            result.bounds.put(
                    new Key(cells[0], cells[1]), new Bounds(number(where, cells[3]), number(where, cells[4])));
        }
        return result;
    }

    private static OptionalLong number(String where, String cell) {
        if (cell.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(cell.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": found \"" + cell + "\", wanted a whole number or nothing", e);
        }
    }

    public OptionalLong best(String family, String instance) {
        Bounds known = bounds.get(new Key(family, instance));
        return known == null ? OptionalLong.empty() : known.best;
    }

    public OptionalLong lower(String family, String instance) {
        Bounds known = bounds.get(new Key(family, instance));
        return known == null ? OptionalLong.empty() : known.lower;
    }
}
