package org.duebook.policy.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.AnOrder;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.order.OrderJudge;

/** What special orders pay in advance: the number by which tests tell versions apart. */
final class SpecialDeposit {

    static final String TABLE = "tables/deposit.csv";

    private SpecialDeposit() {}

    /** The small rules, asking so many per cent. */
    static RuleFolder asking(String percent) {
        return RuleFolder.small().replace(TABLE, "30 %,30 %", percent + " %," + percent + " %");
    }

    /** A change of what a desk runs, to take effect at once. */
    static RuleChange to(String percent, RulesDesk desk) {
        return change(percent, desk, Optional.empty());
    }

    static RuleChange to(String percent, RulesDesk desk, Instant from) {
        return change(percent, desk, Optional.of(from));
    }

    private static RuleChange change(String percent, RulesDesk desk, Optional<Instant> from) {
        byte[] table = asking(percent).files().bytes(TABLE);
        return new RuleChange(desk.status().version(), Map.of(TABLE, Optional.of(table)), "to " + percent + " %", from);
    }

    /** What a special order pays by the rules that run. */
    static String deposit(RulesDesk desk) {
        OrderFacts facts = AnOrder.inOrder().type(OrderFacts.Type.SPECIAL).build();
        OrderVerdict.Held held = (OrderVerdict.Held) desk.ask(rules -> new OrderJudge(rules).judge(facts));
        return ((Hold.Deposit) held.holds().getFirst()).percent().toPlainString();
    }
}
