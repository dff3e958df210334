package org.duebook.promising;

import java.time.LocalDate;
import java.util.List;
import org.duebook.orders.Release;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A change of an accepted order that somebody asks about.
 *
 * @param cancel whether all that is still owed of the order is cancelled; then there are no lines
 * @param lines what is changed; lines that are not named stay as they are
 */
public record OrderChange(OrderNumber order, boolean cancel, List<Line> lines) {

    public OrderChange {
        lines = List.copyOf(lines);
    }

    public static OrderChange cancelled(OrderNumber order) {
        return new OrderChange(order, true, List.of());
    }

    /**
     * A changed line; what is null stays as it is.
     *
     * @param cancel whether all that is still owed of the line is cancelled; then nothing else is given
     * @param quantity all of it, what is delivered counted
     * @param requested the day it is wanted instead
     * @param releases dated parts that add up to the quantity, in place of those there are; empty keeps them
     * @param item another item, in place of what is owed
     */
    public record Line(
            int line,
            boolean cancel,
            @Nullable Quantity quantity,
            @Nullable LocalDate requested,
            List<Release> releases,
            @Nullable ItemNumber item) {

        public Line {
            releases = List.copyOf(releases);
        }

        public static Line cancelled(int line) {
            return new Line(line, true, null, null, List.of(), null);
        }

        public static Line of(int line, Quantity quantity) {
            return new Line(line, false, quantity, null, List.of(), null);
        }

        public static Line of(int line, LocalDate requested) {
            return new Line(line, false, null, requested, List.of(), null);
        }
    }
}
