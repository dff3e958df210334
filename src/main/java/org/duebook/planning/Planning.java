package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.springframework.stereotype.Service;

/** Door to planning: runs, schedules, the published plan and its journal. */
@Service
public class Planning {

    /** Asks for a run; a background job takes it up at once. */
    public PlanningRun start(Duration limit, boolean publishWhenDone, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Optional<PlanningRun> run(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Latest runs first. */
    public List<PlanningRun> runs(int limit) {
        throw new UnsupportedOperationException();
    }

    /** Asks a run to stop; it keeps its best plan as its schedule. A run that is over stays as it is. */
    public Optional<PlanningRun> stop(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Schedule> schedule(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The published plan with what was promised and reported since; empty before the first is published. */
    public Optional<Schedule> published() {
        throw new UnsupportedOperationException();
    }

    public PublishOutcome publish(UUID schedule, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Optional<List<LateLine>> lateLines(UUID schedule) {
        throw new UnsupportedOperationException();
    }

    public Optional<List<MachineLoad>> load(UUID schedule) {
        throw new UnsupportedOperationException();
    }

    /** When production of each line's releases ends by the published plan and its journal; lines not in it are absent. */
    public Map<OrderLineId, Instant> projectedEnds(Collection<OrderLineId> lines) {
        throw new UnsupportedOperationException();
    }

    /** The published plan caught up with its journal; empty before the first is published. */
    public Optional<PlanSnapshot> snapshot() {
        throw new UnsupportedOperationException();
    }

    /** The same, with the plan's head row locked until the current transaction ends: what it says stays true until then. */
    public Optional<PlanSnapshot> lockedSnapshot() {
        throw new UnsupportedOperationException();
    }

    /** Appends to the journal; the head row must be locked by the current transaction. Gives the entry's sequence number. */
    public long append(JournalEntry entry, Actor by) {
        throw new UnsupportedOperationException();
    }
}
