/** The parameters of promising: typed values of a table, no rules. */
@NullMarked
package org.duebook.policy.promise;

import org.jspecify.annotations.NullMarked;
