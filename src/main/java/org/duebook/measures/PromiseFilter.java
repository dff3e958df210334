package org.duebook.measures;

import java.time.LocalDate;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a measure counts; null does not matter.
 *
 * @param from the first day; null for the first of the month eleven months before the last
 * @param to the last day; null for today
 */
public record PromiseFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable CustomerNumber customer,
        @Nullable ItemNumber item) {}
