/** The analyst's tests: facts given and verdicts expected in a table, run against a rule set before it may decide. */
@NullMarked
package org.duebook.policy.scenario;

import org.jspecify.annotations.NullMarked;
