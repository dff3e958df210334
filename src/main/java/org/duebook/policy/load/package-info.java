/**
 * From files to a rule set that decides, or to the list of everything that is wrong with them: one way in, for the folder, the
 * database and a draft alike. A table that lies there as a workbook is read as the CSV it stands for, under the workbook's own
 * name and rows.
 */
@NullMarked
package org.duebook.policy.load;

import org.jspecify.annotations.NullMarked;
