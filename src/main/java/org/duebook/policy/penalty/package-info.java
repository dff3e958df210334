/** Works out what the lateness of a line costs by contract, exactly and with the row that says so. */
@NullMarked
package org.duebook.policy.penalty;

import org.jspecify.annotations.NullMarked;
