/**
 * Why a job ends when it does: the chain of binding constraints, walked backwards from its last operation. Answers ids
 * and minutes; the caller, who knows names, makes the words.
 */
@NullMarked
package org.duebook.planning.explanation;

import org.jspecify.annotations.NullMarked;
