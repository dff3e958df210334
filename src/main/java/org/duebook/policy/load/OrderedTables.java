package org.duebook.policy.load;

import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.table.Faults;

/** Tables whose rows have the say by their order. */
public final class OrderedTables {

    private OrderedTables() {}

    /** Paths of the tables of stages in which the first row that applies has the say; none where the stages are faulty. */
    public static Set<String> of(RuleFiles files) {
        return Blueprint.read(files, new Faults()).stream()
                .flatMap(blueprint -> blueprint.stages().stream())
                .filter(plan -> plan.stage().hit() == HitPolicy.FIRST)
                .flatMap(plan -> plan.tables().stream())
                .collect(Collectors.toSet());
    }
}
