package org.duebook.simulation;

import java.util.List;
import org.duebook.simulation.SimulatedPlant.Believed;
import org.duebook.simulation.SimulatedPlant.Truth;

/** Three plants at nine tenths of what they can do. */
final class Plants {
    private static final double LOAD = 0.9;
    private static final Truth USUAL = new Truth(1.04, 0.3, 0.06, 0.15, 0.3, 4000, 180, 0.3, 2);
    private static final Truth ROUGH = new Truth(1.10, 0.45, 0.12, 0.2, 0.3, 2500, 240, 0.45, 3);

    static final SimulatedPlant ABOUT_RIGHT = new SimulatedPlant(
            "declared about right", 4, LOAD, USUAL, new Believed(0.45, 0.06, 0.15, 4000, 180, 3), 11);
    static final SimulatedPlant TOO_HOPEFUL = new SimulatedPlant(
            "declared far too hopeful", 4, LOAD, ROUGH, new Believed(0.05, 0.01, 0.05, 60_000, 30, 0), 12);
    static final SimulatedPlant TOO_FEARFUL = new SimulatedPlant(
            "declared far too fearful", 4, LOAD, USUAL, new Believed(1.5, 0.4, 0.3, 600, 600, 12), 13);
    static final List<SimulatedPlant> ALL = List.of(ABOUT_RIGHT, TOO_HOPEFUL, TOO_FEARFUL);

    /** The same on other seeds: nothing of the promiser was chosen by what comes of these. */
    static final List<SimulatedPlant> UNSEEN =
            ALL.stream().map(plant -> plant.again(plant.seed() + 5000)).toList();

    /** Where everything goes as planned, and everybody knows it. */
    static final SimulatedPlant CLOCKWORK = new SimulatedPlant(
            "clockwork",
            4,
            LOAD,
            new Truth(1, 0, 0, 0, 0, 1e12, 0, 0, 0),
            new Believed(0, 0, 0, Double.POSITIVE_INFINITY, 0, 0),
            14);

    private Plants() {}
}
