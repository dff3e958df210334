package org.duebook.policy;

import java.time.Duration;

/**
 * How the plant varies, as its planners declare it for as long as there is little history, from
 * {@code tables/promise-parameters.csv}. Shares are from 0 to 1.
 *
 * @param ruleSet version (content hash) of the rule set they come from
 * @param confidence with which a date is told where nobody asks for another
 * @param runTimeOverPlan nine of ten runs take at most this share longer than planned
 * @param operationsWithScrap share of operations that lose pieces
 * @param scrap mean share of the pieces that are lost on those
 * @param betweenBreakdowns mean running time of a machine from one breakdown to the next
 * @param repair mean working time lost to one
 * @param receiptLate nine of ten receipts come at most so much after the day they are expected
 * @param purchaseLate the same for what is not ordered yet, after its lead time
 */
public record VariationParameters(
        String ruleSet,
        double confidence,
        double runTimeOverPlan,
        double operationsWithScrap,
        double scrap,
        Duration betweenBreakdowns,
        Duration repair,
        Duration receiptLate,
        Duration purchaseLate) {}
