package org.duebook.planning.instances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.planning.instances.StandardInstance.Objective;
import org.duebook.planning.instances.StandardInstance.Step;

/** Reads {@link InstanceFamily#WTSDS}. */
final class WeightedTardinessFormat {
    private static final int UNSAID = -1;

    private WeightedTardinessFormat() {}

    static StandardInstance read(String name, InstanceText text) {
        int size = text.numberBehind("Problem Size:", 1);
        text.skipTo("Begin Problem Specification");
        int[] minutes = column(text, "Process Times:", size);
        int[] weights = column(text, "Weights:", size);
        int[] due = column(text, "Duedates:", size);
        int[] first = new int[size];
        int[][] setups = setups(text, first);
        text.heading("End Problem Specification");
        text.endOfFile();
        List<Step> steps = new ArrayList<>();
        for (int o = 0; o < size; o++) {
            TreeMap<Integer, Integer> onOnlyMachine = new TreeMap<>();
            onOnlyMachine.put(0, minutes[o]);
            steps.add(new Step(onOnlyMachine, -1, due[o], weights[o]));
        }
        return new StandardInstance(
                name, Objective.WEIGHTED_TARDINESS, 1, steps, Optional.of(new int[][][] {setups}), Optional.of(first));
    }

    private static int[] column(InstanceText text, String heading, int size) {
        text.heading(heading);
        int[] column = new int[size];
        for (int i = 0; i < size; i++) {
            column[i] = text.nextLine(heading + " of job " + i).number(heading, 0, Integer.MAX_VALUE);
        }
        return column;
    }

    /** Lines of operation left (-1 before the first), operation entered, minutes; every pair once. */
    private static int[][] setups(InstanceText text, int[] first) {
        int size = first.length;
        int[][] setups = new int[size + 1][size];
        for (int[] row : setups) {
            Arrays.fill(row, UNSAID);
        }
        text.heading("Setup Times:");
        for (int line = 0; line < size * size; line++) {
            text.nextLine("setup " + (line + 1) + " of " + size * size);
            int from = text.number("operation left", -1, size - 1);
            int to = text.number("operation entered", 0, size - 1);
            if (from == to || setups[from + 1][to] != UNSAID) {
                throw text.error("a second setup from " + from + " to " + to, "each pair of operations once");
            }
            setups[from + 1][to] = text.number("setup", 0, Integer.MAX_VALUE);
        }
        System.arraycopy(setups[0], 0, first, 0, size);
        int[][] between = new int[size][];
        for (int from = 0; from < size; from++) {
            between[from] = setups[from + 1];
            between[from][from] = 0;
        }
        return between;
    }
}
