package org.duebook.policy;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Plain parameters of promising, from {@code tables/promise-parameters.csv}.
 *
 * @param ruleSet version (content hash) of the rule set they come from
 * @param inspection from the end of production to the quality release
 * @param packing from release to packed
 * @param dispatch from packed to handed to the carrier
 * @param quoteHold how long a quote keeps capacity and material
 * @param creditHold how long an order waiting for credit or clarification keeps its hold
 * @param depositHold how long an order waiting for its deposit keeps its hold
 * @param recovery what may be done for a quote that is later than asked for, and what it costs
 */
public record PromiseParameters(
        String ruleSet,
        Duration inspection,
        Duration packing,
        Duration dispatch,
        Duration quoteHold,
        Duration creditHold,
        Duration depositHold,
        Recovery recovery) {

    /**
     * What may be done for a late quote.
     *
     * @param overtime how long a machine may work behind a shift
     * @param overtimePerHour what an hour of it costs, in the plant's currency
     * @param expeditedPercent share of its lead time in which an expedited purchase is there
     * @param surchargePercent what expediting costs, in per cent of the cost of what is bought
     * @param delayOfOthers most by which orders of lower priority may be delayed
     */
    public record Recovery(
            Duration overtime,
            BigDecimal overtimePerHour,
            BigDecimal expeditedPercent,
            BigDecimal surchargePercent,
            Duration delayOfOthers) {}
}
