package org.duebook.planning.futures;

/**
 * Material on its way that an operation waits for.
 *
 * @param key the same for whoever waits for the same delivery, so that they wait together
 * @param available minute it is expected
 * @param otherwise minute the operation might start were the material there: its release, its other material, now
 */
public record Supply(long key, Kind kind, int available, int otherwise) {

    /** A receipt is ordered already; a purchase is not. */
    public enum Kind {
        RECEIPT,
        PURCHASE
    }
}
