package org.duebook.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.shared.WorkCentreCode;

/**
 * Numbers the setup states of a plant and lays its changeover rows out as matrices. One number stands for every state
 * that no row and no operation named; going from one such state to another costs what the {@code *} row says.
 */
final class SetupStates {

    private static final String ANY = "*";

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<WorkCentreCode, ChangeoverMatrix> matrices = new HashMap<>();
    private final Map<WorkCentreCode, Map<String, Integer>> minutes = new HashMap<>();

    SetupStates(PlanFacts facts) {
        TreeSet<String> known = new TreeSet<>();
        facts.operations().forEach(operation -> known.add(operation.setupState()));
        facts.machines().forEach(machine -> known.add(machine.setupState()));
        facts.changeovers()
                .values()
                .forEach(rows -> rows.forEach(row -> {
                    known.add(row.from());
                    known.add(row.to());
                }));
        known.remove(ANY);
        names = new ArrayList<>(known);
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        facts.changeovers().forEach((centre, rows) -> {
            Map<String, Integer> exact = new HashMap<>();
            rows.forEach(row ->
                    exact.put(row.from() + "\n" + row.to(), (int) row.time().toMinutes()));
            minutes.put(centre, exact);
            matrices.put(centre, rows.isEmpty() ? ChangeoverMatrix.none() : ChangeoverMatrix.of(matrix(centre)));
        });
    }

    /** Whether a row, a machine or an operation named it. */
    boolean knows(String state) {
        return numbers.containsKey(state);
    }

    int number(String state) {
        return numbers.getOrDefault(state, names.size());
    }

    /** The number a machine begins with: unknown when nobody said. */
    int initial(String state) {
        return state.isEmpty() ? ChangeoverMatrix.UNKNOWN : number(state);
    }

    ChangeoverMatrix changeovers(WorkCentreCode centre) {
        return matrices.getOrDefault(centre, ChangeoverMatrix.none());
    }

    /** Minutes from one state to another on a work centre's machines; the most exact row wins, no row means none. */
    int minutes(WorkCentreCode centre, String from, String to) {
        if (from.equals(to)) {
            return 0;
        }
        Map<String, Integer> rows = minutes.getOrDefault(centre, Map.of());
        for (String key : new String[] {from + "\n" + to, from + "\n" + ANY, ANY + "\n" + to, ANY + "\n" + ANY}) {
            Integer found = rows.get(key);
            if (found != null) {
                return found;
            }
        }
        return 0;
    }

    private int[][] matrix(WorkCentreCode centre) {
        int n = names.size() + 1;
        int[][] matrix = new int[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                matrix[from][to] = minutes(centre, name(from, "\u0001"), name(to, "\u0002"));
            }
        }
        return matrix;
    }

    /** The unnamed state gets a different name on either side, so that it is never equal to itself. */
    private String name(int number, String unnamed) {
        return number < names.size() ? names.get(number) : unnamed;
    }
}
