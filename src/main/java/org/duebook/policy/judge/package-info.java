/**
 * Judges what happens besides the acceptance of an order: lateness, goods not collected, lapses, demand, alerts, approvers
 * who do not answer. Each is one flat fact, asked alone; what its rows say is read into a verdict of its own.
 */
@NullMarked
package org.duebook.policy.judge;

import org.jspecify.annotations.NullMarked;
