package org.duebook.web.pages;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the planner's board draws, in one answer. Rows of tables are written as arrays and name each other by position, so
 * that 5,000 operations stay a few hundred kilobytes. Times are whole minutes since {@code origin}.
 *
 * @param schedule the published schedule
 * @param sequence the journal's last number
 * @param origin the instant of minute 0
 * @param zone offsets of the plant's zone: from which minute on, how many minutes ahead of UTC
 * @param hours working hours that machines share: from, to, from, to …
 * @param days where the days of {@link CentreLoad} begin, and where the last one ends
 */
record BoardFeed(
        UUID schedule,
        long sequence,
        Instant origin,
        int now,
        int frozenUntil,
        List<int[]> zone,
        List<Centre> centres,
        List<Row> rows,
        List<int[]> hours,
        List<Unusual> closed,
        List<Unusual> overtime,
        List<String> customers,
        List<Item> items,
        List<String> names,
        List<String> states,
        List<Line> lines,
        List<Production> productions,
        List<Operation> operations,
        List<Unplaced> unplaced,
        int[] days,
        List<CentreLoad> load) {

    static final int LATE = 1;
    static final int FROZEN = 2;
    static final int HELD = 4;

    BoardFeed {
        zone = List.copyOf(zone);
        centres = List.copyOf(centres);
        rows = List.copyOf(rows);
        hours = List.copyOf(hours);
        closed = List.copyOf(closed);
        overtime = List.copyOf(overtime);
        customers = List.copyOf(customers);
        items = List.copyOf(items);
        names = List.copyOf(names);
        states = List.copyOf(states);
        lines = List.copyOf(lines);
        productions = List.copyOf(productions);
        operations = List.copyOf(operations);
        unplaced = List.copyOf(unplaced);
        load = List.copyOf(load);
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"code", "name"})
    record Centre(String code, String name) {}

    /**
     * A machine, or a lane of what vendors do.
     *
     * @param hours which working hours; -1 for a vendor, who is never closed
     * @param state what it is set up for before its first operation
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"code", "name", "centre", "hours", "state"})
    record Row(String code, String name, int centre, int hours, int state) {}

    /** A stretch in which a machine stands still, or works, although its calendar says otherwise. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"row", "from", "to", "reason"})
    record Unusual(int row, int from, int to, String reason) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"number", "name"})
    record Item(String number, String name) {}

    /**
     * An order line, or a line of a quote that holds its places.
     *
     * @param name the line as written, {@code SO-1001/2}; a quote's is {@code quote/2}
     * @param order the order's number, or the quote's id
     * @param customer -1 when the customer is not known any more
     * @param promised the day promised to the customer; null while nothing is
     * @param projected the day the goods would be there by this plan
     * @param due by when production must end
     * @param end when it ends
     * @param expires when a quote's hold ends; null for an order
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({
        "name",
        "order",
        "customer",
        "item",
        "quantity",
        "promised",
        "requested",
        "projected",
        "due",
        "end",
        "expires"
    })
    record Line(
            String name,
            String order,
            int customer,
            int item,
            String quantity,
            @Nullable LocalDate promised,
            @Nullable LocalDate requested,
            @Nullable LocalDate projected,
            int due,
            int end,
            @Nullable Integer expires) {}

    /** A production order. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"number", "line", "item", "quantity"})
    record Production(String number, int line, int item, String quantity) {}

    /**
     * @param name position in {@code names}
     * @param flags {@link #LATE}, {@link #FROZEN}, {@link #HELD}, added up
     * @param waitKind what kept it from starting earlier: {@code M} its machine, {@code P} a predecessor, {@code R} its release, {@code C} the
     *     calendar, {@code W} material, empty for nothing
     * @param waitedFor the machine, operation or component
     * @param waitedUntil until then; 0 for nothing
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({
        "production",
        "sequence",
        "name",
        "row",
        "setupStart",
        "start",
        "end",
        "state",
        "flags",
        "waitKind",
        "waitedFor",
        "waitedUntil"
    })
    record Operation(
            int production,
            int sequence,
            int name,
            int row,
            int setupStart,
            int start,
            int end,
            int state,
            int flags,
            String waitKind,
            String waitedFor,
            int waitedUntil) {}

    /** An open operation without a place in the plan. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"production", "sequence", "name", "centre", "due"})
    record Unplaced(int production, int sequence, int name, int centre, int due) {}

    /** A work centre's days: minutes it could work, runs, changes over. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"centre", "capacity", "running", "changeover"})
    record CentreLoad(int centre, int[] capacity, int[] running, int[] changeover) {}
}
