package org.duebook.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Actor;
import org.duebook.shared.ProductionOrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Puts a schedule in force. What came after its snapshot is replayed: work that is done or closed drops out, work that
 * was promised or held meanwhile is fitted into the gaps. Nothing is published that the independent checker refuses.
 */
@Component
class Publisher {

    private final PlanBook book;
    private final PlanMemory memory;
    private final PlanReader reader;
    private final PlanFactsReader factsReader;
    private final Schedules schedules;
    private final Production production;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publisher(
            PlanBook book,
            PlanMemory memory,
            PlanReader reader,
            PlanFactsReader factsReader,
            Schedules schedules,
            Production production,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.memory = memory;
        this.reader = reader;
        this.factsReader = factsReader;
        this.schedules = schedules;
        this.production = production;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    PublishOutcome publish(UUID id, Actor by) {
        Optional<Schedules.Stored> found = schedules.find(id);
        if (found.isEmpty()) {
            return new PublishOutcome.Unknown();
        }
        PlanBook.Head head = book.lockedHead();
        List<ProductionOrder> wanted = new ArrayList<>(production.open());
        wanted.addAll(reader.heldOrders());
        List<PlanRow> kept = PlanRow.of(
                found.get().schedule().operations().stream()
                        .map(ScheduledOperation::placed)
                        .toList(),
                wanted,
                holdsByOrder());
        Opening opening = Opening.of(kept, found.get().detail().pegs(), wanted);
        PlanState state = reader.state(head, opening);
        List<PlanRow> rows = new ArrayList<>(opening.rows());
        List<MaterialPeg> pegs = new ArrayList<>(state.pegs);
        Fitting fitting = Fitting.of(state, opening, holdsByOrder(), factsReader::leadTimeDays);
        rows.addAll(new Positions(state).ofAll(fitting.byHold()));
        pegs.addAll(fitting.pegs());
        PlanState whole = reader.state(head, rows, pegs);
        List<String> faults =
                FeasibilityProof.faults(whole.model.facts, whole.pegs, whole.placed(), settled(found.get(), opening));
        if (!faults.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new PublishOutcome.Refused(faults);
        }
        memory.moves();
        book.replace(rows, whole.pegs);
        book.setSchedule(id);
        book.append("Published", Map.of("schedule", id.toString()), by);
        Instant now = clock.instant();
        schedules.setPublished(id, now);
        events.publishEvent(new SchedulePublished(id));
        return new PublishOutcome.Published(schedules.find(id).orElseThrow().schedule());
    }

    /** What waits for a part that the schedule did not know is fitted in again and cannot stay where it was. */
    private static List<PlacedOperation> settled(Schedules.Stored stored, Opening opening) {
        List<PlacedOperation> settled = stored.detail().settled();
        return settled == null
                ? List.of()
                : settled.stream()
                        .filter(placed -> !opening.freed().contains(placed.operation()))
                        .toList();
    }

    private Map<ProductionOrderNumber, String> holdsByOrder() {
        Map<ProductionOrderNumber, String> holds = new HashMap<>();
        book.holds()
                .forEach(hold -> hold.proposals().stream()
                        .flatMap(proposal -> proposal.productionOrders().stream())
                        .forEach(order -> holds.put(order.number(), hold.quote())));
        return holds;
    }
}
