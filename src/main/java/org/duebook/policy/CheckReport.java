package org.duebook.policy;

import java.util.List;

/**
 * Result of checking rule files without publishing them.
 *
 * @param version content hash the files would run under
 * @param faults what is wrong, by file and row; empty when the files compile
 * @param failures scenarios that came out otherwise than expected; never run while there are faults
 */
public record CheckReport(String version, List<RuleFault> faults, List<ScenarioFailure> failures) {

    /**
     * A scenario test that failed.
     *
     * @param file path inside the rules folder
     * @param row line of the file, counted from 1
     * @param scenario the scenario's id
     * @param column the expectation that does not hold
     */
    public record ScenarioFailure(String file, int row, String scenario, String column, String expected, String got) {

        @Override
        public String toString() {
            return file + "!" + row + " " + scenario + ": expected " + column + " '" + expected + "', got '" + got
                    + "'";
        }
    }

    public CheckReport {
        faults = List.copyOf(faults);
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return faults.isEmpty() && failures.isEmpty();
    }
}
