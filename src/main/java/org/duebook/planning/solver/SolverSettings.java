package org.duebook.planning.solver;

import java.nio.file.Path;
import java.util.List;
import org.duebook.shared.Fault;

/**
 * The folder {@code solver-config} as it was read: {@code weights.properties} and {@code planning-solver.xml}.
 *
 * @param weights checked weights
 * @param solverXml the search's phases and moves, in Timefold's XML
 */
public record SolverSettings(PlanningWeights weights, String solverXml) {

    /** Settings, or every fault found in the folder. */
    public sealed interface Reading {
        record Usable(SolverSettings settings) implements Reading {}

        record Refused(List<Fault> faults) implements Reading {}
    }

    public static Reading read(Path folder) {
        throw new UnsupportedOperationException("read " + folder);
    }
}
