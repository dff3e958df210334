package org.duebook.planning.checker;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a schedule must respect, in the plant's own codes and instants.
 *
 * @param frozen work whose machine and times a schedule must repeat exactly
 * @param settled work in the frozen horizon of the plan in force, as it stands there: a schedule keeps its machine and, on
 *     each machine, its order; its times follow from physics and are proved like all others
 */
public record PlantDescription(
        List<PlantMachine> machines,
        List<Work> work,
        List<Scheduled> frozen,
        List<Scheduled> settled,
        List<Material> materials) {

    public PlantDescription {
        machines = List.copyOf(machines);
        work = List.copyOf(work);
        frozen = List.copyOf(frozen);
        settled = List.copyOf(settled);
        materials = List.copyOf(materials);
    }

    /** Nothing was published before. */
    public PlantDescription(
            List<PlantMachine> machines, List<Work> work, List<Scheduled> frozen, List<Material> materials) {
        this(machines, work, frozen, List.of(), materials);
    }

    /**
     * @param shifts working intervals, sorted and apart; they must reach beyond the end of the schedule
     * @param changeovers working time from state to state; a pair not named takes none
     * @param initialState the state it is in; empty when unknown, then the first setup takes no time
     * @param availableFrom before it neither setup nor unfrozen work may begin
     */
    public record PlantMachine(
            String code,
            List<Shift> shifts,
            Map<Changeover, Duration> changeovers,
            Optional<String> initialState,
            Instant availableFrom) {
        public PlantMachine {
            shifts = List.copyOf(shifts);
            changeovers = Map.copyOf(changeovers);
        }
    }

    /** Working time [from, to). */
    public record Shift(Instant from, Instant to) {}

    public record Changeover(String from, String to) {}

    /**
     * An operation to be planned once.
     *
     * @param machines working time by code of each machine that can do it; empty when done outside
     * @param outside elapsed time when done outside
     * @param setupState the state its machine must be in
     */
    public record Work(
            String id,
            Map<String, Duration> machines,
            Optional<Duration> outside,
            String setupState,
            Instant earliest,
            List<After> after) {
        public Work {
            machines = Map.copyOf(machines);
            after = List.copyOf(after);
        }
    }

    /** Starts no earlier than {@code lag} of elapsed time after the operation {@code id} has ended. */
    public record After(String id, Duration lag) {}

    /**
     * Stock of one component over time: what is there at the beginning, what comes, and what each operation takes when
     * it starts.
     */
    public record Material(String item, BigDecimal onHand, List<Receipt> receipts, Map<String, BigDecimal> takenBy) {
        public Material {
            receipts = List.copyOf(receipts);
            takenBy = Map.copyOf(takenBy);
        }
    }

    public record Receipt(Instant at, BigDecimal quantity) {}

    /**
     * One operation of a schedule.
     *
     * @param machine empty when done outside
     * @param setupStart when its setup begins; its start where there is none
     */
    public record Scheduled(
            String operation, Optional<String> machine, Instant setupStart, Instant start, Instant end) {}
}
