package org.duebook.web.pages.rules;

import java.util.List;
import org.duebook.policy.CheckReport;
import org.duebook.policy.CheckReport.ScenarioFailure;

/**
 * What a check found, as the page tells it.
 *
 * @param tests in all; none were run while there are faults
 * @param failed tests that failed, each once
 */
record CheckView(CheckReport report, int tests, int failed) {

    static CheckView of(CheckReport report, int tests) {
        return new CheckView(report, tests, (int) report.failures().stream()
                .map(failure -> failure.file() + failure.row())
                .distinct()
                .count());
    }

    public int held() {
        return tests - failed;
    }

    public List<ScenarioFailure> failures() {
        return report.failures();
    }
}
