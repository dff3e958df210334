package org.duebook.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.junit.jupiter.api.Test;

class PlanScoreCalculatorTest {
    /** Timefold itself compares the incremental score with one from scratch after every move, and every undone move. */
    @Test
    void timefoldFindsNoDifferenceToAScoreFromScratch() {
        String checked = PlanSolverTest.SETTINGS
                .solverXml()
                .replace("<solutionClass>", "<environmentMode>FULL_ASSERT</environmentMode><solutionClass>")
                .replaceAll("name=\"share\" value=\"[^\"]*\"", "name=\"share\" value=\"0.2\"");
        assertThat(checked).contains("FULL_ASSERT").contains("value=\"0.2\"");
        SolverSettings settings = new SolverSettings(PlanSolverTest.SETTINGS.weights(), checked);
        for (int seed = 1; seed <= 4; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();

            SolvedPlan solved = new PlanSolver(settings)
                    .solve(
                            problem,
                            ReferencePlan.none(problem.operationCount()),
                            PlanSolverTest.NOTHING_KNOWN,
                            new SearchLimit(Duration.ofSeconds(20), 2000),
                            seed,
                            p -> {},
                            () -> false);

            assertThat(solved.plan().evaluation().loopFree()).isTrue();
        }
    }
}
