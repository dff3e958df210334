package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duebook.production.Proposal;

/**
 * A proposal fitted into the plan: others may give way to it, but nobody's date moves.
 *
 * @param end when the last operation of the top production order ends; the time asked for when stock covers it all
 * @param bindings the chain of causes from the last operation back to what could not be helped, the strongest first
 * @param outlook what may become of its end; as planned where nobody asked
 */
public record Placement(
        Proposal proposal,
        List<Slot> slots,
        List<MaterialPeg> pegs,
        Instant end,
        List<Binding> bindings,
        Outlook outlook) {

    public Placement {
        slots = List.copyOf(slots);
        pegs = List.copyOf(pegs);
        bindings = List.copyOf(bindings);
    }

    /**
     * The same, promised.
     *
     * @param promisedEnd production must end by then
     * @param buffer how long before that it must end by plan
     */
    public Placement promisedBy(Instant promisedEnd, Duration buffer) {
        return new Placement(proposal.promisedBy(promisedEnd, buffer), slots, pegs, end, bindings, outlook);
    }

    /** Where and when its operations are done. */
    public List<PlacedOperation> operations() {
        return slots.stream().map(Slot::placed).toList();
    }
}
