package org.duebook.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long the stages of an order may take, from {@code tables/clock-parameters.csv}.
 *
 * @param ruleSet version (content hash) of the rule set they come from
 * @param limits by stage; empty where the rule set has no clocks
 */
public record StageClocks(String ruleSet, Map<StageClock, Limit> limits) {

    /** Which hours a clock counts. */
    public enum Hours {
        /** Those in which the plant works. */
        WORKING,
        /** All of them. */
        CLOCK
    }

    /**
     * The time of one stage.
     *
     * @param time a stage that took just as long is in time
     */
    public record Limit(Duration time, Hours hours) {}

    public StageClocks {
        limits = Map.copyOf(limits);
    }

    public Optional<Limit> of(StageClock stage) {
        return Optional.ofNullable(limits.get(stage));
    }
}
