package org.duebook.planning;

import java.time.Duration;
import java.util.List;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.solver.SearchProgress;

/** How far a run's search is, in the plant's terms; figures and places are worked out when asked for. */
record RunProgress(PlanModel model, SearchProgress search) {

    /** Since this search began; what a search that was broken off had used before is not in it. */
    Duration elapsed() {
        return search.elapsed();
    }

    WeighedCost cost() {
        return search.cost();
    }

    String score() {
        return Score.inWords(search.cost(), search.best().evaluation());
    }

    PlanFigures best() {
        return new PlanReport(model, search.best(), List.of()).figures();
    }

    PlanFigures dispatch() {
        return new PlanReport(model, search.dispatch(), List.of()).figures();
    }

    List<PlacedOperation> placed() {
        return model.placed(search.best());
    }
}
