package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.planning.MaterialPeg;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an accepted order would do, found on the published plan as it would be. Nothing of it is bound.
 *
 * @param words the same for people, the order itself first
 * @param lines the changed lines
 * @param others lines that would be there on another day, those that are hurt first, then by order and line
 * @param shifted lines of others whose production would end at another time, on another day or not
 * @param nearer late lines that could be there earlier if they were planned anew into what becomes free
 * @param material what would be taken in another quantity than by now, by item and source
 * @param begun production of the changed lines that has begun already
 * @param alternatives what would bring lines nearer that would be there later than wanted
 * @param notKnown what the figures leave out
 * @param sequence the journal entry up to which the plan was known
 */
public record Impact(
        OrderNumber order,
        List<String> words,
        List<Line> lines,
        List<Other> others,
        int shifted,
        List<Nearer> nearer,
        List<Material> material,
        Costs costs,
        List<Begun> begun,
        List<Alternative> alternatives,
        List<String> notKnown,
        long sequence) {

    public Impact {
        words = List.copyOf(words);
        lines = List.copyOf(lines);
        others = List.copyOf(others);
        nearer = List.copyOf(nearer);
        material = List.copyOf(material);
        begun = List.copyOf(begun);
        alternatives = List.copyOf(alternatives);
        notKnown = List.copyOf(notKnown);
    }

    /** Whether any promise of others would be hurt that is not hurt by now, or more than by now. */
    public boolean hurtsOthers() {
        return others.stream().anyMatch(Other::isHurt);
    }

    /**
     * A changed line.
     *
     * @param quantity all of it after the change; what is delivered where the rest is cancelled
     * @param promised the day promised; null where none was
     * @param wanted the day it would be promised for if it can be kept: the one asked for, else the one promised; null
     *     when nothing is owed any more
     * @param date the day it could be promised for: the wanted one when that holds with the usual confidence, else the earliest
     *     later one that does
     * @param earliest the day it would be there if all goes as planned
     * @param productionEnd when the plant would be done with it
     * @param causes what binds, the strongest first
     */
    public record Line(
            int line,
            ItemNumber item,
            Quantity quantity,
            @Nullable LocalDate promised,
            @Nullable LocalDate wanted,
            @Nullable LocalDate date,
            @Nullable LocalDate earliest,
            @Nullable Instant productionEnd,
            List<QuotedLine.Cause> causes) {

        public Line {
            causes = List.copyOf(causes);
        }

        /** Whether nothing would be owed of it any more. */
        public boolean isOver() {
            return date == null;
        }

        public boolean meetsWanted() {
            return date == null || wanted == null || !date.isAfter(wanted);
        }

        /** Whether it would be there on the day promised by now, whatever is wanted instead. */
        public boolean keepsPromise() {
            return date == null || promised == null || !date.isAfter(promised);
        }
    }

    /**
     * A line of others that would be there on another day by the plan.
     *
     * @param promised the day promised; null where none was
     * @param from the day it would be there by now
     * @param penalty what is owed by contract more than by now, less when negative; null where nothing changes
     */
    public record Other(
            OrderLineId line,
            @Nullable LocalDate promised,
            LocalDate from,
            LocalDate to,
            @Nullable Money penalty) {

        /** Whether its promise is missed, by more days than by now. */
        public boolean isHurt() {
            return promised != null && to.isAfter(promised) && to.isAfter(from);
        }
    }

    /**
     * A late line that could be there earlier.
     *
     * @param from the day it would be there by the changed plan where it stands
     * @param to the day it could be there if it were planned anew
     */
    public record Nearer(OrderLineId line, LocalDate promised, LocalDate from, LocalDate to) {}

    /**
     * What is taken of an item from one source.
     *
     * @param source from stock, a receipt, or a purchase still to be made
     * @param reference the receipt's number; empty for others
     * @param before taken by the changed lines now
     * @param after taken by them then
     * @param available when the last of it is there
     */
    public record Material(
            ItemNumber item,
            MaterialPeg.Source source,
            String reference,
            Quantity before,
            Quantity after,
            LocalDate available) {}

    /**
     * What the change costs or saves.
     *
     * @param price of the changed lines now
     * @param newPrice of the changed lines then; null where it is not known
     * @param penalty owed by contract for the changed lines if they came on the days that hold with the usual confidence by the
     *     plan as it is now; null where nothing is
     * @param newPenalty owed for them if they came on the days found, those that were asked for excused
     * @param othersPenalty owed to others more than by now, less when negative; null where in several currencies
     * @param material standard cost of what is taken more, less when negative, in the plant's currency; null where not known
     * @param purchases the part of it that is bought still
     */
    public record Costs(
            Money price,
            @Nullable Money newPrice,
            @Nullable Money penalty,
            @Nullable Money newPenalty,
            @Nullable Money othersPenalty,
            @Nullable Money material,
            @Nullable Money purchases) {}

    /**
     * A production order of the changed lines that has begun.
     *
     * @param quantity what it makes
     * @param made good pieces of its last finished operation so far
     * @param fate whether it goes on for the line, goes on though the line does not need it all, or is given up
     */
    public record Begun(
            int line, ProductionOrderNumber number, ItemNumber item, Quantity quantity, Quantity made, Fate fate) {}

    /** What becomes of work that has begun. */
    public enum Fate {
        GOES_ON,
        TOO_MUCH,
        GIVEN_UP
    }
}
