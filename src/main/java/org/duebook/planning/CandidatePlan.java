package org.duebook.planning;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.duebook.planning.lots.JoinedProblem;
import org.duebook.planning.lots.LikeWork;
import org.duebook.planning.lots.LotForming;
import org.duebook.planning.lots.LotGathering;
import org.duebook.planning.lots.Lots;
import org.duebook.planning.search.CalmCost;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;

/**
 * A plan a run may end with, every operation by itself, and the pegs it was timed by.
 *
 * @param moved operations on another machine or in another order than in the published plan
 * @param calm cost under the weights, with the price of these
 * @param belowMinimum operations in lots that are smaller than is worth setting up for
 */
record CandidatePlan(
        PlanModel model, List<MaterialPeg> pegs, TimedPlan timed, int moved, CalmCost calm, int belowMinimum) {

    /** A lot minimum comes after what was promised, and the price of what is moved for it, and before all else. */
    private static final Comparator<CandidatePlan> BEST_FIRST = Comparator.comparing(
                    (CandidatePlan plan) -> plan.cost().broken())
            .thenComparing(plan -> plan.calm().disturbed())
            .thenComparing(CandidatePlan::belowMinimum)
            .thenComparing(CandidatePlan::calm);

    /** Under the weights. */
    WeighedCost cost() {
        return calm.plain();
    }

    boolean isBetterThan(CandidatePlan other) {
        return BEST_FIRST.compare(this, other) < 0;
    }

    boolean isNoWorseThan(CandidatePlan other) {
        return BEST_FIRST.compare(this, other) <= 0;
    }

    int[][] sequences() {
        return timed.sequences();
    }

    /**
     * Makes plans of one run, which differ in sequences and pegs and are alike in everything else, so that operations have
     * the same index in all of them.
     */
    static final class Maker {

        private final PlanningWeights weights;
        private final Function<List<MaterialPeg>, PlanModel> models;
        private final PlanModel model;
        private final List<MaterialPeg> pegs;
        private final ReferencePlan reference;
        private final LikeWork like;
        private final LotForming forming;

        /**
         * @param models gives the model in which material is pegged so
         * @param before where the published plan has its operations
         */
        Maker(
                PlanningWeights weights,
                Function<List<MaterialPeg>, PlanModel> models,
                List<MaterialPeg> pegs,
                Collection<PlacedOperation> before) {
            this.weights = weights;
            this.models = models;
            this.pegs = pegs;
            model = models.apply(pegs);
            reference = model.reference(before, weights.movedToleranceHours() * 60);
            like = LikeOperations.of(model);
            forming = new LotForming(like);
        }

        /** What the dispatch rule alone would plan. */
        CandidatePlan dispatched() {
            return of(model, pegs, Dispatch.plan(model.problem, reference, weights.lookAhead()));
        }

        /** Material as it was given out first. */
        PlanModel model() {
            return model;
        }

        ReferencePlan reference() {
            return reference;
        }

        /** Lots of a plan's problem; when operations can begin follows from its pegs. */
        LotForming forming(CandidatePlan plan) {
            return new LotForming(LikeOperations.of(plan.model()));
        }

        /** Sequences with the same material; it may be looped, and then loses to every other. */
        CandidatePlan with(CandidatePlan same, int[][] sequences) {
            return of(same.model(), same.pegs(), timed(same.model().problem, sequences));
        }

        /** The same sequences with other material. */
        CandidatePlan with(CandidatePlan same, List<MaterialPeg> pegs) {
            PlanModel model = models.apply(pegs);
            return of(model, pegs, timed(model.problem, same.sequences()));
        }

        /** What the dispatch rule plans with these lots. */
        CandidatePlan dispatched(CandidatePlan same, Lots lots) {
            JoinedProblem joined = new JoinedProblem(same.model().problem, lots);
            TimedPlan plan = Dispatch.plan(joined.problem(), joined.fold(reference), weights.lookAhead());
            return with(same, joined.unfold(plan.sequences()));
        }

        /** The plan with like work brought together; the plan itself where that is no better. */
        CandidatePlan gathered(CandidatePlan plan, BooleanSupplier goOn) {
            LikeWork alike = LikeOperations.of(plan.model());
            return with(
                    plan,
                    LotGathering.of(
                            alike, plan.timed(), reference, evaluation -> WeighedCost.of(evaluation, weights), goOn));
        }

        private TimedPlan timed(PlanningProblem problem, int[][] sequences) {
            return Timeline.of(problem, reference, sequences).timedPlan();
        }

        private CandidatePlan of(PlanModel model, List<MaterialPeg> pegs, TimedPlan timed) {
            int below = like.hasMinimum() ? like.belowMinimum(forming.sideBySide(timed)) : 0;
            int moved = new Rearrangement(model.problem, reference).of(timed);
            return new CandidatePlan(model, pegs, timed, moved, CalmCost.of(timed.evaluation(), moved, weights), below);
        }
    }
}
