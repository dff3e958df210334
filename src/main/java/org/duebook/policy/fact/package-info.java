/**
 * What a rule can see and say: flat facts and the decisions' verbs. Compiled rules see this package and nothing else of
 * the product, so nothing may stand here that reaches further than its own values.
 */
@NullMarked
package org.duebook.policy.fact;

import org.jspecify.annotations.NullMarked;
