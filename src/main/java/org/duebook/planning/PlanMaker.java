package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.solver.PlanSolver;
import org.duebook.planning.solver.SearchLimit;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.solver.SolverSettings;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a schedule: reads the facts, pegs material, lets the solver search. */
@Component
class PlanMaker {

    private final PlanReader reader;
    private final PlanFactsReader factsReader;
    private final Schedules schedules;
    private final PlanningProperties properties;
    private final SearchCores cores;
    private final TransactionTemplate transaction;

    PlanMaker(
            PlanReader reader,
            PlanFactsReader factsReader,
            Schedules schedules,
            PlanningProperties properties,
            SearchCores cores,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.factsReader = factsReader;
        this.schedules = schedules;
        this.properties = properties;
        this.cores = cores;
        this.transaction = transaction;
    }

    /** A schedule that is not stored yet, and how far the search was at its end. */
    record Made(Schedule schedule, Schedules.Detail detail, RunProgress last) {}

    /**
     * What a plan is made from.
     *
     * @param plans makes plans of the facts as they were read
     * @param settled what the published plan has in the frozen horizon
     * @param known sequences of plans that are known, with what they do not know yet fitted into their gaps
     */
    private record Basis(
            CandidatePlan.Maker plans, Pegging pegging, List<int[][]> known, List<PlacedOperation> settled) {}

    /** How long a run searches unless it is told; with settings that cannot be used it is over, and fails, at once. */
    Duration usualLimit() {
        return Duration.ofSeconds(SolverSettings.weights(properties.settings())
                .map(PlanningWeights::searchSeconds)
                .orElse(1));
    }

    /** How long work stays as it is from now on, by the settings; empty while they cannot be used. */
    Optional<Duration> frozenHorizon() {
        return SolverSettings.weights(properties.settings()).map(weights -> Duration.ofHours(weights.frozenHours()));
    }

    /** Settings as they are in the folder now. */
    private SolverSettings settings() {
        return switch (SolverSettings.read(properties.settings())) {
            case SolverSettings.Reading.Usable usable -> usable.settings();
            case SolverSettings.Reading.Refused refused ->
                throw new IllegalStateException("Settings in " + properties.settings() + " cannot be used: "
                        + refused.faults().stream().map(Object::toString).collect(joining("; ")));
        };
    }

    /**
     * @param best the best plan of a search that was broken off, to go on from; empty when this one begins
     * @param progress called from the searching thread, at most five times a second and once at the end
     */
    Made make(Duration limit, List<PlacedOperation> best, Consumer<RunProgress> progress, BooleanSupplier stop) {
        SolverSettings settings = settings();
        Duration frozen = Duration.ofHours(settings.weights().frozenHours());
        Basis basis = transaction.execute(status -> basis(frozen, settings.weights(), best));
        PlanRounds.Outcome found = new PlanRounds(
                        new PlanSolver(settings, cores::now),
                        properties.seed(),
                        basis.plans(),
                        basis.pegging(),
                        progress,
                        stop)
                .search(basis.known(), SearchLimit.of(limit));
        PlanModel model = found.model();
        SolvedPlan solved = found.solved();
        PlanReport report = new PlanReport(model, solved.plan(), found.pegs());
        Instant frozenUntil = model.facts.now().plus(frozen);
        Schedule schedule = new Schedule(
                UUID.randomUUID(),
                model.facts.now(),
                frozenUntil,
                null,
                report.figures(),
                report.figures(solved.dispatch()),
                found.moved(),
                report.operations(frozenUntil),
                report.shortages());
        return new Made(
                schedule,
                new Schedules.Detail(
                        schedule.operations(), found.pegs(), report.lateLines(), report.load(), basis.settled()),
                new RunProgress(model, solved.end()));
    }

    private Basis basis(Duration frozen, PlanningWeights weights, List<PlacedOperation> best) {
        PlanBook.Head head = reader.head();
        PlanState before = reader.state(head);
        PlanFacts facts = factsReader.read(reader.heldOrders());
        Instant frozenUntil = facts.now().plus(frozen);
        List<PlacedOperation> settled = before.placed().stream()
                .filter(each -> each.machine() != null && each.start().isBefore(frozenUntil))
                .toList();
        Map<MachineCode, List<OperationId>> frozenSequences = sequences(settled);
        Set<OperationId> frozenOperations =
                frozenSequences.values().stream().flatMap(List::stream).collect(toSet());
        Pegging pegging = new Pegging(facts, factsReader::free, before.pegs, frozenOperations);
        List<MaterialPeg> pegs = pegging.byDueDate();
        CandidatePlan.Maker plans = new CandidatePlan.Maker(
                weights, material -> new PlanModel(facts, material, frozenSequences), pegs, published(head, before));
        PlanModel model = plans.model();
        List<int[][]> known = new ArrayList<>();
        known.add(known(model, before));
        if (!best.isEmpty()) {
            List<PlanRow> rows = PlanRow.of(best, facts.orders(), Map.of());
            known.add(known(model, reader.state(head, rows, pegs)));
        }
        return new Basis(plans, pegging, known, settled);
    }

    /**
     * What a new plan should leave where it is: operations of the schedule in force, where they are by now. Orders that were
     * put into its gaps since are bound by their dates alone.
     */
    private List<PlacedOperation> published(PlanBook.Head head, PlanState now) {
        Set<OperationId> published = Optional.ofNullable(head.schedule()).flatMap(schedules::find).stream()
                .flatMap(stored -> stored.detail().operations().stream())
                .map(operation -> operation.placed().operation())
                .collect(toSet());
        return now.placed().stream()
                .filter(placed -> published.contains(placed.operation()))
                .toList();
    }

    /** So that a run never begins worse than the plan in force, nor than the plan it had when it was broken off. */
    private int[][] known(PlanModel model, PlanState state) {
        Set<ProductionOrderNumber> planned = state.placed().stream()
                .map(each -> each.operation().productionOrder())
                .collect(toSet());
        List<ProductionOrder> missing = model.facts.orders().stream()
                .filter(order -> !planned.contains(order.number()))
                .toList();
        List<PlacedOperation> all = new ArrayList<>(state.placed());
        all.addAll(
                Fitting.of(state, missing, Map.of(), factsReader::leadTimeDays).placed());
        return model.indexed(all);
    }

    private static Map<MachineCode, List<OperationId>> sequences(List<PlacedOperation> placed) {
        return placed.stream()
                .sorted(Comparator.comparing(PlacedOperation::start))
                .collect(groupingBy(
                        PlacedOperation::machine, HashMap::new, mapping(PlacedOperation::operation, toList())));
    }
}
