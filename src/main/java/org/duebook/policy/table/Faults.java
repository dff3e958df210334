package org.duebook.policy.table;

import java.util.ArrayList;
import java.util.List;
import org.duebook.policy.RuleFault;

/** Collects the faults of one load, at most {@value #MOST}: a file full of rubbish needs no longer list. */
public final class Faults {

    private static final int MOST = 200;

    private final List<RuleFault> all = new ArrayList<>();

    public void add(String file, int row, String column, String found, String wanted, String cure) {
        if (all.size() < MOST) {
            all.add(new RuleFault(file, row, column, found, wanted, cure));
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    public List<RuleFault> all() {
        return List.copyOf(all);
    }
}
