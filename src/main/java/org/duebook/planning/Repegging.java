package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.duebook.planning.explanation.Explanation;
import org.duebook.planning.explanation.LateChain.Link;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;

/**
 * Material pegged again as a plan would have it. What is given out anew is kept only where the plan, timed by it, is no
 * worse; so a receipt goes where it helps, and nobody buys what comes before he needs it.
 */
final class Repegging {

    /** Components that are tried one by one, those first whose lack costs most. */
    private static final int ONE_BY_ONE = 20;

    /** How often purchases are tried to be avoided in all. */
    private static final int IN_PARTS = 32;

    private final Pegging pegging;
    private final CandidatePlan.Maker maker;
    private int triesLeft;

    Repegging(Pegging pegging, CandidatePlan.Maker maker) {
        this.pegging = pegging;
        this.maker = maker;
    }

    /**
     * The same sequences with pegs by which they are better, or no worse with less to buy; else the plan itself.
     *
     * @param goOn asked before each try
     */
    CandidatePlan of(CandidatePlan plan, BooleanSupplier goOn) {
        CandidatePlan best = plan;
        Map<OperationId, Long> urgency = urgency(best);
        for (ItemNumber scarce : scarce(best, urgency)) {
            CandidatePlan tried = goOn.getAsBoolean() ? pegged(best, urgency, Set.of(scarce)) : best;
            best = tried.isBetterThan(best) ? tried : best;
        }
        List<ItemNumber> bought = best.pegs().stream()
                .filter(peg -> peg.source() == MaterialPeg.Source.PURCHASE)
                .map(MaterialPeg::component)
                .distinct()
                .sorted()
                .toList();
        triesLeft = IN_PARTS;
        return withLessToBuy(best, bought, goOn);
    }

    /** All at once when that does no harm, else in halves, so that one component's harm keeps no other from it. */
    private CandidatePlan withLessToBuy(CandidatePlan plan, List<ItemNumber> components, BooleanSupplier goOn) {
        if (components.isEmpty() || triesLeft-- <= 0 || !goOn.getAsBoolean()) {
            return plan;
        }
        CandidatePlan tried = pegged(plan, Map.of(), Set.copyOf(components));
        if (tried.isBetterThan(plan) || tried.isNoWorseThan(plan) && bought(tried) <= bought(plan)) {
            return tried;
        }
        if (components.size() == 1) {
            return plan;
        }
        int half = components.size() / 2;
        CandidatePlan first = withLessToBuy(plan, components.subList(0, half), goOn);
        return withLessToBuy(first, components.subList(half, components.size()), goOn);
    }

    private CandidatePlan pegged(CandidatePlan plan, Map<OperationId, Long> urgency, Set<ItemNumber> components) {
        Map<OperationId, Instant> starts = plan.model().placed(plan.timed()).stream()
                .collect(toMap(PlacedOperation::operation, PlacedOperation::start));
        List<MaterialPeg> pegs = pegging.as(new Pegging.Wish(starts, urgency, components), plan.pegs());
        return pegs.equals(plan.pegs()) ? plan : maker.with(plan, pegs);
    }

    private static long bought(CandidatePlan plan) {
        return plan.pegs().stream()
                .filter(peg -> peg.source() == MaterialPeg.Source.PURCHASE)
                .count();
    }

    /** Weighted minutes that are late because an operation waits for its material; promises count before requests. */
    private static Map<OperationId, Long> urgency(CandidatePlan plan) {
        PlanModel model = plan.model();
        PlanningProblem problem = model.problem;
        Map<OperationId, Long> urgency = new HashMap<>();
        for (int job = 0; job < problem.jobCount(); job++) {
            long end = PlanState.completion(model, plan.timed(), job);
            long late = Math.max(0, end - problem.promised(job)) * Integer.MAX_VALUE
                    + Math.max(0, end - problem.requested(job));
            if (late > 0) {
                long weighted = late * problem.weight(job);
                Explanation.of(problem, plan.timed(), job).links().stream()
                        .filter(link -> link instanceof Link.Material)
                        .forEach(link -> urgency.merge(
                                model.operations.get(link.operation()).id(), weighted, Long::sum));
            }
        }
        return urgency;
    }

    /** What those wait for that make something late, the costliest first. */
    private static List<ItemNumber> scarce(CandidatePlan plan, Map<OperationId, Long> urgency) {
        Map<OperationId, List<MaterialPeg>> pegs = plan.pegs().stream().collect(groupingBy(MaterialPeg::operation));
        Map<ItemNumber, Long> costs = new HashMap<>();
        urgency.forEach((operation, cost) -> pegs.getOrDefault(operation, List.of()).stream()
                .max(Comparator.comparing(MaterialPeg::available))
                .ifPresent(last -> costs.merge(last.component(), cost, Long::sum)));
        return costs.entrySet().stream()
                .sorted(Map.Entry.<ItemNumber, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ONE_BY_ONE)
                .map(Map.Entry::getKey)
                .toList();
    }
}
