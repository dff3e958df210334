package org.duebook.production;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.catalog.ProductStructure;
import org.duebook.plant.Machine;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;

/** Proposes what making demands would take, over product structure and machines that were read once for all of them. */
public final class Proposals {

    private final ProductStructure structure;
    private final Map<WorkCentreCode, List<Machine>> machines;

    Proposals(ProductStructure structure, List<Machine> machines) {
        this(structure, byCentre(machines));
    }

    Proposals(ProductStructure structure, Map<WorkCentreCode, List<Machine>> machines) {
        this.structure = structure;
        this.machines = machines;
    }

    static Map<WorkCentreCode, List<Machine>> byCentre(List<Machine> machines) {
        return machines.stream().collect(Collectors.groupingBy(Machine::workCentre));
    }

    /** Every item that may be demanded, and all they are made of. */
    public Set<ItemNumber> items() {
        return structure.items();
    }

    /** Whether the plant knows how to make an item. */
    public boolean canMake(ItemNumber item) {
        return !structure.routing(item).isEmpty();
    }

    /**
     * Explodes a demand for one of the items; {@code freeStock} says what made items are free. Stores nothing.
     *
     * @throws IllegalArgumentException when the item cannot be made: no routing, no machine, a bill that contains itself
     */
    public Proposal propose(Demand demand, Function<ItemNumber, Quantity> freeStock) {
        return Explosion.of(demand, structure, machines, freeStock);
    }

    /** What it takes to make what is demanded when nothing is in stock, and what stands in the way. */
    public Making making(Demand demand) {
        return Explosion.making(demand, structure, machines);
    }
}
