package org.duebook.keeping;

import java.time.Instant;
import java.time.LocalDate;
import org.duebook.shared.Actor;

/**
 * That somebody kept a promise although the plan said otherwise, and chases it.
 *
 * @param projected the day the plan had for it then
 */
public record KeptPromise(LocalDate promised, LocalDate projected, String reason, Actor by, Instant at) {}
