/**
 * The two walls between a rule file and the machine: {@link org.duebook.policy.guard.DrlGuard} refuses every construct of
 * an expert file that it does not know, and {@link org.duebook.policy.guard.HiddenMachine} hides every class that a rule
 * does not need from what was compiled. Each is meant to hold alone.
 */
@NullMarked
package org.duebook.policy.guard;

import org.jspecify.annotations.NullMarked;
