package org.duebook.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.Proposal;
import org.duebook.production.Proposals;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/** What is read when first asked for and kept for as long as the plan is not read anew. */
record PlanLookup(
        Production production,
        PlanFactsReader facts,
        Map<ItemNumber, Proposals> structures,
        Map<ItemNumber, Integer> leadTimes,
        List<Supposition.Substitute> substitutes) {

    PlanLookup(Production production, PlanFactsReader facts) {
        this(production, facts, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), List.of());
    }

    PlanLookup with(Supposition.Substitute substitute) {
        List<Supposition.Substitute> all = new ArrayList<>(substitutes);
        all.add(substitute);
        return new PlanLookup(production, facts, structures, leadTimes, all);
    }

    PlanLookup with(Supposition.Expedited expedited) {
        Map<ItemNumber, Integer> others = new ConcurrentHashMap<>(leadTimes);
        others.put(expedited.component(), expedited.leadTimeDays());
        return new PlanLookup(production, facts, structures, others, substitutes);
    }

    Proposal propose(Demand demand, Function<ItemNumber, Quantity> free) {
        Proposal proposal = structures
                .computeIfAbsent(demand.item(), item -> production.proposals(List.of(item)))
                .propose(demand, free);
        for (Supposition.Substitute substitute : substitutes) {
            proposal = proposal.alsoOn(substitute.substitute(), substitute.named());
        }
        return proposal;
    }

    /** Reads what another one was asked for, all at once. */
    void readLike(PlanLookup other) {
        Set<ItemNumber> items = new HashSet<>(other.structures.keySet());
        items.removeAll(structures.keySet());
        if (!items.isEmpty()) {
            Proposals all = production.proposals(items);
            items.forEach(item -> structures.putIfAbsent(item, all));
        }
        Set<ItemNumber> components = new HashSet<>(other.leadTimes.keySet());
        components.removeAll(leadTimes.keySet());
        facts.leadTimeDays(components).forEach(leadTimes::putIfAbsent);
    }

    int leadTimeDays(ItemNumber item) {
        return leadTimes.computeIfAbsent(item, facts::leadTimeDays);
    }
}
