package org.duebook.planning.futures;

import java.util.Collections;
import java.util.List;

/**
 * What varies in a plant, and how much.
 *
 * @param machines by machine index of the problem
 * @param outside actual ÷ planned elapsed time of operations done outside
 * @param receiptDays days that a scheduled receipt comes after it is expected; below 0 is early
 * @param purchaseDays days that a purchase not yet ordered comes after its lead time
 */
public record Spreads(List<OnMachine> machines, Spread outside, Spread receiptDays, Spread purchaseDays) {

    /**
     * @param runTime actual ÷ planned working time of an operation, breakdowns not counted
     * @param scrap share of its pieces that must be made again
     */
    public record OnMachine(Spread runTime, Spread scrap, Breakdowns breakdowns) {
        static final OnMachine EXACT = new OnMachine(Spread.exactly(1), Spread.exactly(0), Breakdowns.NEVER);
    }

    public Spreads {
        machines = List.copyOf(machines);
    }

    /** Everything goes as planned. */
    public static Spreads none(int machines) {
        return new Spreads(
                Collections.nCopies(machines, OnMachine.EXACT),
                Spread.exactly(1),
                Spread.exactly(0),
                Spread.exactly(0));
    }

    /** Whether the run times of every machine are recorded ones; before that, dates tell of what was declared. */
    public boolean areRecorded() {
        return machines.stream().allMatch(machine -> machine.runTime().isRecorded());
    }

    Spread days(Supply supply) {
        return switch (supply.kind()) {
            case RECEIPT -> receiptDays;
            case PURCHASE -> purchaseDays;
        };
    }
}
