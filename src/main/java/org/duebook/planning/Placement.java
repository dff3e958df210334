package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import org.duebook.production.Proposal;

/**
 * A proposal fitted into the gaps of the plan, moving nobody.
 *
 * @param end when the last operation of the top production order ends; the time asked for when stock covers it all
 * @param bindings the chain of causes from the last operation back to what could not be helped, the strongest first
 */
public record Placement(
        Proposal proposal,
        List<PlacedOperation> operations,
        List<MaterialPeg> pegs,
        Instant end,
        List<Binding> bindings) {

    public Placement {
        operations = List.copyOf(operations);
        pegs = List.copyOf(pegs);
        bindings = List.copyOf(bindings);
    }
}
