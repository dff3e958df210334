/** What differs between two rule sets, told by the rows an analyst knows rather than by lines of text. */
@NullMarked
package org.duebook.policy.difference;

import org.jspecify.annotations.NullMarked;
