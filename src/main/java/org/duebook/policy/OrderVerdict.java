package org.duebook.policy;

import java.util.List;

/** What the rules say to an order. Every decision that was taken is in it, in the order of the stages. */
public sealed interface OrderVerdict {

    /** Version (content hash) of the rule set that decided. */
    String ruleSet();

    /** Every rule that had a say, by stage and row; of a stage that takes its first row only that one. */
    List<Decision> decisions();

    /** Nothing stands in the way; warnings may be among the decisions. */
    record Accepted(String ruleSet, List<Decision> decisions) implements OrderVerdict {

        public Accepted {
            decisions = List.copyOf(decisions);
        }
    }

    /** The order may become effective once every hold is lifted. */
    record Held(String ruleSet, List<Decision> decisions, List<Hold> holds) implements OrderVerdict {

        public Held {
            decisions = List.copyOf(decisions);
            holds = List.copyOf(holds);
        }
    }

    /** The order is refused; {@code reasons} are the decisions that refuse it. */
    record Rejected(String ruleSet, List<Decision> decisions, List<Decision> reasons) implements OrderVerdict {

        public Rejected {
            decisions = List.copyOf(decisions);
            reasons = List.copyOf(reasons);
        }
    }
}
