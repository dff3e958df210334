package org.duebook.policy.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the rules say during one firing. A table's row says {@link #hit}; an expert rule says one of the verbs
 * with its own id, the fact it speaks of, the field, what was found, what is wanted, and a message.
 */
public final class Decisions {

    /** A row of a table that applies to a fact. */
    public record RowHit(int row, Object fact) {}

    /** What an expert rule said. */
    public record Said(
            String verb,
            String rule,
            Object fact,
            String field,
            @Nullable Object found,
            String wanted,
            String message) {}

    private final List<RowHit> hits = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    public void hit(int row, Object fact) {
        hits.add(new RowHit(row, fact));
    }

    public void warn(String rule, Object fact, String field, @Nullable Object found, String wanted, String message) {
        said.add(new Said("warn", rule, fact, field, found, wanted, message));
    }

    public void clarify(String rule, Object fact, String field, @Nullable Object found, String wanted, String message) {
        said.add(new Said("clarify", rule, fact, field, found, wanted, message));
    }

    public void hold(String rule, Object fact, String field, @Nullable Object found, String wanted, String message) {
        said.add(new Said("hold", rule, fact, field, found, wanted, message));
    }

    public void reject(String rule, Object fact, String field, @Nullable Object found, String wanted, String message) {
        said.add(new Said("reject", rule, fact, field, found, wanted, message));
    }

    public List<RowHit> hits() {
        return List.copyOf(hits);
    }

    public List<Said> said() {
        return List.copyOf(said);
    }
}
