package org.duebook.planning.explanation;

import java.util.List;

/**
 * Why a job ends when it does.
 *
 * @param job index of the job
 * @param completion minute it ends
 * @param links causes from its last operation backwards in time; each link ends where the one before it begins. The
 *     last one is work without a cause before it (it could start at the origin), material, or fixed work
 */
public record LateChain(int job, int completion, List<Link> links) {

    public LateChain {
        links = List.copyOf(links);
    }

    /** One span of time and what filled it. {@code operation} is always the operation that waited or ran. */
    public sealed interface Link {
        int operation();

        /** First minute of the span. */
        int from();

        /** Minute after the span. */
        int until();

        /** The operation itself ran (or was outside); {@code machine} is -1 outside. */
        record Ran(int operation, int machine, int from, int until) implements Link {}

        /**
         * It waited for its machine, which was busy with {@code busyWith} of {@code busyForJob} (frozen work where the
         * problem says so) or, after it, with the setup.
         *
         * @param changeoverMinutes working minutes of setup between the two
         * @param busyForJob the other's job, or -1 where it serves none
         */
        record MachineBusy(
                int operation, int machine, int busyWith, int busyForJob, int changeoverMinutes, int from, int until)
                implements Link {}

        /** It waited for the transfer after its predecessor. */
        record Transfer(int operation, int predecessor, int from, int until) implements Link {}

        /** It waited from the origin for its material or its release: its earliest start. The chain ends here. */
        record Material(int operation, int from, int until) implements Link {}

        /** Everything was there, the machine was closed. */
        record Closed(int operation, int machine, int from, int until) implements Link {}

        /** The machine itself was not available, or was being set up from the state it was found in. */
        record MachineUnavailable(int operation, int machine, int from, int until) implements Link {}

        /** Its times are fixed: started or frozen work. The chain ends here. */
        record Fixed(int operation, int machine, int from, int until) implements Link {}
    }
}
