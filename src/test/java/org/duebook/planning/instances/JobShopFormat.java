package org.duebook.planning.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.planning.instances.StandardInstance.Objective;
import org.duebook.planning.instances.StandardInstance.Step;

/** Reads {@link InstanceFamily#JSP}. */
final class JobShopFormat {
    private JobShopFormat() {}

    static StandardInstance read(String name, InstanceText text) {
        text.nextLine("jobs and machines");
        int jobs = text.number("number of jobs", 1, Integer.MAX_VALUE);
        int machines = text.number("number of machines", 1, Integer.MAX_VALUE);
        List<Step> steps = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            text.nextLine("job " + (job + 1) + " of " + jobs);
            int before = -1;
            do {
                TreeMap<Integer, Integer> minutes = new TreeMap<>();
                int machine = text.number("machine", 0, machines - 1);
                minutes.put(machine, text.number("duration", 0, Integer.MAX_VALUE));
                steps.add(Step.ofJob(minutes, before));
                before = steps.size() - 1;
            } while (text.lineHasMore());
        }
        text.endOfFile();
        return new StandardInstance(name, Objective.MAKESPAN, machines, steps, Optional.empty(), Optional.empty());
    }
}
