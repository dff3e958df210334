package org.duebook.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.duebook.policy.OrderFacts.Type;

/**
 * When the plant may begin with new work: the days on which it is released, and what must be done before.
 *
 * @param ruleSet version (content hash) of the rule set they come from
 * @param days weekdays of release; one on which nobody works moves to the next working day
 * @param unbound kinds of order that are released as soon as they are ready, on any day
 * @param requirements what special lines need before they can be released, in the order of the table
 */
public record ReleaseRules(String ruleSet, Set<DayOfWeek> days, Set<Type> unbound, List<Requirement> requirements) {

    /**
     * What lines of a kind need before their work is released. Every condition must hold.
     *
     * @param rule id of its row
     * @param types kinds of order it is for
     * @param ownSpecification {@code yes}, {@code no} or, where that does not matter, {@code -}
     * @param keywords in lower case, one of which the specification says; empty where that does not matter
     * @param requirement what is needed, in words
     * @param workingDays how many of the plant's working days it takes
     */
    public record Requirement(
            String rule,
            Set<Type> types,
            String ownSpecification,
            List<String> keywords,
            String requirement,
            int workingDays) {

        public Requirement {
            types = Set.copyOf(types);
            keywords = List.copyOf(keywords);
        }

        private boolean isNeededBy(Type type, boolean own, String lowerCase) {
            return types.contains(type)
                    && (ownSpecification.equals("-") || ownSpecification.equals(own ? "yes" : "no"))
                    && (keywords.isEmpty() || keywords.stream().anyMatch(lowerCase::contains));
        }
    }

    private static final int DAYS_OF_WEEK = 7;

    public ReleaseRules {
        days = Set.copyOf(days);
        unbound = Set.copyOf(unbound);
        requirements = List.copyOf(requirements);
    }

    /** Every working day is a day of release, and nothing needs more than that. */
    public static ReleaseRules everyWorkingDay(String ruleSet) {
        return new ReleaseRules(ruleSet, EnumSet.allOf(DayOfWeek.class), Set.of(), List.of());
    }

    public boolean isBound(Type type) {
        return !unbound.contains(type);
    }

    /** The first day of release from a day on, as the weekdays say; days on which nobody works are the plant's to know. */
    public LocalDate firstFrom(LocalDate day) {
        return Stream.iterate(day, it -> it.plusDays(1))
                .limit(DAYS_OF_WEEK)
                .filter(it -> days.contains(it.getDayOfWeek()))
                .findFirst()
                .orElse(day);
    }

    /**
     * What a line needs, one after another: of several rows that ask for the same, the one that takes longest.
     *
     * @param own whether the customer gave a specification of their own
     * @param specification every text of it, or of the item's
     */
    public List<Requirement> neededBy(Type type, boolean own, String specification) {
        String lowerCase = specification.toLowerCase(Locale.ROOT);
        Map<String, Requirement> needed = new LinkedHashMap<>();
        for (Requirement each : requirements) {
            if (each.isNeededBy(type, own, lowerCase)) {
                needed.merge(
                        each.requirement(),
                        each,
                        (one, other) -> other.workingDays() > one.workingDays() ? other : one);
            }
        }
        return new ArrayList<>(needed.values());
    }
}
