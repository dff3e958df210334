package org.duebook.policy.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which of the rows that apply have the say. */
public enum HitPolicy {
    /** All of them. */
    COLLECT("collect"),
    /** The first in the order of the table. */
    FIRST("first"),
    /** The one with the highest per cent; the earlier of two equal ones. */
    HIGHEST("highest");

    private final String label;

    HitPolicy(String label) {
        this.label = label;
    }

    public static Optional<HitPolicy> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(it -> it.label).toList();
    }

    /** Picks from rows that apply, given in the order of the table. */
    List<Fired> choose(List<Fired> hits) {
        if (hits.size() < 2 || this == COLLECT) {
            return hits;
        }
        return List.of(this == FIRST ? hits.getFirst() : highest(hits));
    }

    private static Fired highest(List<Fired> hits) {
        List<Fired> rest = new ArrayList<>(hits);
        Fired best = rest.removeFirst();
        for (Fired fired : rest) {
            if (percent(fired).compareTo(percent(best)) > 0) {
                best = fired;
            }
        }
        return best;
    }

    private static BigDecimal percent(Fired fired) {
        return fired.result("percent", BigDecimal.class).orElse(BigDecimal.ZERO);
    }
}
