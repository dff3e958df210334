/**
 * An immutable rule set that decides: the only package, with {@code load}, that runs Drools. A session lives for one
 * decision, so threads share nothing but the compiled rules.
 */
@NullMarked
package org.duebook.policy.engine;

import org.jspecify.annotations.NullMarked;
