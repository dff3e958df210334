/**
 * Tells what a decision table leaves out and says twice: facts for which no row applies, rows that never apply, rows that
 * differ about the same facts.
 *
 * <p>Every fact a table compares is cut where its cells cut it; between two cuts all values are alike, so that each row is a
 * box of whole pieces and every answer is exact, without trying values. Facts that follow from others (a time that is over has
 * none left) are not known to the boxes: whatever is told with an example is told only when facts like it can be made.
 */
@NullMarked
package org.duebook.policy.cover;

import org.jspecify.annotations.NullMarked;
