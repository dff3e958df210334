package org.duebook.production;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Door to production orders: proposed, stored, progressed, closed. */
@Service
public class Production {

    /** Explodes a demand over bills of material; {@code freeStock} says what made items are free. Stores nothing. */
    public Proposal propose(Demand demand, Function<ItemNumber, Quantity> freeStock) {
        throw new UnsupportedOperationException();
    }

    /** Stores a proposal: draws numbers, reserves stock. Gives provisional → drawn number. */
    public Map<ProductionOrderNumber, ProductionOrderNumber> store(Proposal proposal) {
        throw new UnsupportedOperationException();
    }

    /** Sets by when production of a line's release must end for its promise. */
    public void setPromisedEnd(OrderLineId line, int release, @Nullable Instant promisedEnd) {
        throw new UnsupportedOperationException();
    }

    public Optional<ProductionOrder> find(ProductionOrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Production orders by number, after the given one, at most {@code limit}. */
    public List<ProductionOrder> list(@Nullable ProductionOrderNumber after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Every open production order, by number. */
    public List<ProductionOrder> open() {
        throw new UnsupportedOperationException();
    }

    /** Production orders of lines, top ones first; lines served from stock alone are absent. */
    public Map<OrderLineId, List<ProductionOrder>> ofLines(Collection<OrderLineId> lines) {
        throw new UnsupportedOperationException();
    }

    public ProgressOutcome report(ProgressReport report, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Ends what is still open for a line (delivered in full, cancelled) and gives back its reservations. */
    public void close(OrderLineId line, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }
}
