package org.duebook.planning.solver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.shared.Fault;

/**
 * The folder {@code solver-config} as it was read: {@code weights.properties} and {@code planning-solver.xml}.
 *
 * @param weights checked weights
 * @param solverXml the search's phases and moves, in Timefold's XML
 */
public record SolverSettings(PlanningWeights weights, String solverXml) {
    private static final String WEIGHTS = "weights.properties";
    private static final String SOLVER = "planning-solver.xml";

    /** Settings, or every fault found in the folder. */
    public sealed interface Reading {
        record Usable(SolverSettings settings) implements Reading {}

        record Refused(List<Fault> faults) implements Reading {}
    }

    public static Reading read(Path folder) {
        List<Fault> faults = new ArrayList<>();
        Optional<PlanningWeights> weights =
                text(folder, WEIGHTS, faults).flatMap(text -> WeightsFile.parse(WEIGHTS, text, faults));
        Optional<String> xml = text(folder, SOLVER, faults);
        xml.flatMap(PlanSolver::faultIn)
                .ifPresent(found -> faults.add(new Fault(
                        SOLVER, found, "a Timefold solver configuration", "correct it or restore the delivered file")));
        return faults.isEmpty() && weights.isPresent() && xml.isPresent()
                ? new Reading.Usable(new SolverSettings(weights.get(), xml.get()))
                : new Reading.Refused(List.copyOf(faults));
    }

    /** The weights alone; empty while their file cannot be used. */
    public static Optional<PlanningWeights> weights(Path folder) {
        List<Fault> faults = new ArrayList<>();
        return text(folder, WEIGHTS, faults).flatMap(text -> WeightsFile.parse(WEIGHTS, text, faults));
    }

    private static Optional<String> text(Path folder, String file, List<Fault> faults) {
        try {
            return Optional.of(Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            faults.add(new Fault(
                    file,
                    e.getClass().getSimpleName() + " " + e.getMessage(),
                    "a readable file in " + folder,
                    "put the delivered " + file + " there or name the right folder"));
            return Optional.empty();
        }
    }
}
