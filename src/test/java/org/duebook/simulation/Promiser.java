package org.duebook.simulation;

import java.util.List;
import org.duebook.simulation.SimulatedShop.Job;
import org.jspecify.annotations.Nullable;

/** Whoever tells a customer a date and puts the work into the queues. It knows the plan and what was written down, no more. */
interface Promiser {

    /** @param behind the operation of the queue it goes behind; null for first */
    record Place(int machine, @Nullable Job behind) {}

    /**
     * @param minute until when the order is to be done
     * @param places one per operation, in order
     */
    record Promise(int minute, List<Place> places) {}

    /** @param jobs the operations of one order, in no queue yet */
    Promise promise(Situation now, List<Job> jobs);

    /** An order was done at a minute that is now known. */
    default void done(int order, int end) {}
}
