package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duebook.planning.futures.Calibration;
import org.duebook.planning.futures.Spreads;
import org.duebook.plant.Machine;
import org.duebook.policy.Policies;
import org.duebook.policy.VariationParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How the plant varies and how its dates came out, read for each published plan and again every ten minutes: what a few more
 * reports add is not worth reading half a year again.
 */
@Component
class PlantExperience {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final RecordedVariation recorded;
    private final Policies policies;
    private final ObjectProvider<TrackRecord> trackRecord;
    private volatile @Nullable Known known;

    PlantExperience(RecordedVariation recorded, Policies policies, ObjectProvider<TrackRecord> trackRecord) {
        this.recorded = recorded;
        this.policies = policies;
        this.trackRecord = trackRecord;
    }

    private record Known(
            UUID schedule,
            Instant at,
            List<Machine> machines,
            VariationParameters declared,
            Spreads spreads,
            Calibration calibration) {

        private boolean isOf(UUID other, PlanFacts facts, VariationParameters parameters) {
            return schedule.equals(other)
                    && machines.equals(facts.machines())
                    && declared.equals(parameters)
                    && Duration.between(at, facts.now()).abs().compareTo(GOOD_FOR) < 0;
        }
    }

    /** Draws the futures of a plan that goes back to a schedule; the same on every instance that read the same experience. */
    Chances.Drawn draw(UUID schedule, PlanState state) {
        Known by = knownFor(schedule, state.model.facts);
        long seed = schedule.getMostSignificantBits() ^ schedule.getLeastSignificantBits();
        return new Chances.Drawn(
                PlanFutures.of(state.model, state.timed, state.pegs, by.spreads, seed), by.spreads, by.calibration);
    }

    private Known knownFor(UUID schedule, PlanFacts facts) {
        VariationParameters declared =
                policies.variation(facts.now().atZone(facts.zone()).toLocalDate());
        Known last = known;
        if (last != null && last.isOf(schedule, facts, declared)) {
            return last;
        }
        Known read = new Known(
                schedule,
                facts.now(),
                facts.machines(),
                declared,
                recorded.spreads(facts.machines(), declared, facts.now()),
                calibration());
        known = read;
        return read;
    }

    private Calibration calibration() {
        return trackRecord.stream()
                .findFirst()
                .map(record -> Calibration.of(record.latest(Calibration.LATEST).stream()
                        .map(came -> came.told().outcome(came.early(), came.done()))
                        .toList()))
                .orElse(Calibration.NONE);
    }
}
