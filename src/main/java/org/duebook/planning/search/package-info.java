/** The search for a better plan, straight on the timeline. */
@NullMarked
package org.duebook.planning.search;

import org.jspecify.annotations.NullMarked;
