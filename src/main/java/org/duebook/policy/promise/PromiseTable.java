package org.duebook.policy.promise;

import java.time.LocalDate;
import java.util.List;
import org.duebook.policy.PromiseParameters;
import org.duebook.policy.engine.RuleSet;

/** Reads the parameters of promising from a rule set. */
public final class PromiseTable {

    /** The names its table must give. */
    public static final List<String> NAMES =
            List.of("inspection", "packing", "dispatch", "quote hold", "credit hold", "deposit hold");

    private PromiseTable() {}

    public static PromiseParameters on(RuleSet rules, LocalDate day) {
        return new PromiseParameters(
                rules.version(),
                rules.parameters().duration("inspection", day),
                rules.parameters().duration("packing", day),
                rules.parameters().duration("dispatch", day),
                rules.parameters().duration("quote hold", day),
                rules.parameters().duration("credit hold", day),
                rules.parameters().duration("deposit hold", day));
    }
}
