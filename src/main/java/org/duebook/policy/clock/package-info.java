/** The clocks of the stages: typed values of a table, no rules. */
@NullMarked
package org.duebook.policy.clock;

import org.jspecify.annotations.NullMarked;
