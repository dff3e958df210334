package org.duebook.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.duebook.shared.Money;

/** Why an order has to wait, and for what. */
public sealed interface Hold {

    /** The rule that holds the order. */
    Decision because();

    /** Something in the order must be clarified or completed first. */
    record Clarification(Decision because) implements Hold {}

    /** The credit department must release the order. */
    record Credit(Decision because) implements Hold {}

    /**
     * A deposit must be paid before the order takes effect.
     *
     * @param required the whole deposit, in the order's house currency
     * @param percent of the order amount, such as 30
     */
    record Deposit(Money required, BigDecimal percent, Decision because) implements Hold {}

    /**
     * People must approve, one after the other. Roles asked for by several rules appear once, those of the earlier row
     * of the table first.
     *
     * @param approvers names of roles such as {@code SALES_MANAGER}, in the order they decide
     * @param deadline time for all of them together, the shortest of the rules that ask; past it the order is quoted again
     * @param because the first rule that asks; the others are among the verdict's decisions
     */
    record Approval(List<String> approvers, Duration deadline, Decision because) implements Hold {

        public Approval {
            approvers = List.copyOf(approvers);
        }
    }
}
