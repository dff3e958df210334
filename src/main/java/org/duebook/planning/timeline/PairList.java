package org.duebook.planning.timeline;

/** Pairs row → target with an amount, collected in any order, read as compressed rows in the order of entry. */
final class PairList {
    private final IntList row = new IntList();
    private final IntList target = new IntList();
    private final IntList amount = new IntList();

    void add(int ofRow, int toTarget, int withAmount) {
        row.add(ofRow);
        target.add(toTarget);
        amount.add(withAmount);
    }

    PlanningProblem.Csr rows(int rows) {
        return compressed(row, target, rows);
    }

    PlanningProblem.Csr transposedRows(int rows) {
        return compressed(target, row, rows);
    }

    private PlanningProblem.Csr compressed(IntList keys, IntList values, int rows) {
        int[] from = new int[rows + 1];
        for (int i = 0; i < keys.size(); i++) {
            from[keys.get(i) + 1]++;
        }
        for (int r = 0; r < rows; r++) {
            from[r + 1] += from[r];
        }
        int[] next = from.clone();
        int[] targets = new int[keys.size()];
        int[] amounts = new int[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            int at = next[keys.get(i)]++;
            targets[at] = values.get(i);
            amounts[at] = amount.get(i);
        }
        return new PlanningProblem.Csr(from, targets, amounts);
    }
}
