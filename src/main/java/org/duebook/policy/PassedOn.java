package org.duebook.policy;

import java.time.Duration;

/**
 * An approval that somebody else is to give.
 *
 * @param role who decides instead; whoever is among the approvers of the order anyway decides once
 * @param within time that role has, from now on
 * @param because the row, for an absence or for a deadline that passed
 */
public record PassedOn(String role, Duration within, Decision because) {}
