/**
 * Which rule set runs: the folder is the analysts' desk, the database holds what was published, and one reference, swapped
 * whole, is what decides. Loading happens on one thread of its own, so deciding never waits for it but at the very start.
 */
@NullMarked
package org.duebook.policy.desk;

import org.jspecify.annotations.NullMarked;
