package org.duebook.policy;

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
 */
public record PromiseParameters(
        String ruleSet,
        Duration inspection,
        Duration packing,
        Duration dispatch,
        Duration quoteHold,
        Duration creditHold,
        Duration depositHold) {}
