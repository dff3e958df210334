package org.duebook.planning.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.planning.instances.StandardInstance.Objective;
import org.duebook.planning.instances.StandardInstance.Step;

/** Reads {@link InstanceFamily#FJSP} and, with setups, {@link InstanceFamily#SDST}. */
final class FlexibleJobShopFormat {
    private FlexibleJobShopFormat() {}

    static StandardInstance read(String name, InstanceText text, boolean withSetups) {
        text.nextLine("jobs and machines");
        int jobs = text.number("number of jobs", 1, Integer.MAX_VALUE);
        int machines = text.number("number of machines", 1, Integer.MAX_VALUE);
        text.skipRestOfLine(); // often the mean number of machines per operation
        List<Step> steps = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            text.nextLine("job " + (job + 1) + " of " + jobs);
            int operations = text.number("number of operations", 1, Integer.MAX_VALUE);
            for (int k = 0; k < operations; k++) {
                steps.add(Step.ofJob(minutes(text, machines), k == 0 ? -1 : steps.size() - 1));
            }
        }
        Optional<int[][][]> setups = withSetups ? Optional.of(setups(text, machines, steps.size())) : Optional.empty();
        text.endOfFile();
        return new StandardInstance(name, Objective.MAKESPAN, machines, steps, setups, Optional.empty());
    }

    private static TreeMap<Integer, Integer> minutes(InstanceText text, int machines) {
        TreeMap<Integer, Integer> minutes = new TreeMap<>();
        int choices = text.number("number of machines to choose from", 1, machines);
        for (int i = 0; i < choices; i++) {
            int machine = text.number("machine", 1, machines) - 1;
            minutes.put(machine, text.number("duration", 0, Integer.MAX_VALUE));
        }
        return minutes;
    }

    private static int[][][] setups(InstanceText text, int machines, int operations) {
        int[][][] setups = new int[machines][operations][operations];
        for (int m = 0; m < machines; m++) {
            for (int from = 0; from < operations; from++) {
                text.nextLine("setups of machine " + (m + 1) + " from operation " + (from + 1));
                for (int to = 0; to < operations; to++) {
                    setups[m][from][to] = text.number("setup", 0, Integer.MAX_VALUE);
                }
            }
        }
        return setups;
    }
}
