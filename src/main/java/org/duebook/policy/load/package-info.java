/** From files to a rule set that decides, or to the list of everything that is wrong with them: one way in, for the folder,
 * the database and a draft alike. */
@NullMarked
package org.duebook.policy.load;

import org.jspecify.annotations.NullMarked;
