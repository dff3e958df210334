package org.duebook.policy.cover;

/** How much may be looked at for one stage; what is not paid for is not told. One unit is a look at two boxes side by side. */
final class Budget {

    /** Seconds; five thousand rows on one axis take most of it. */
    static final long OF_A_STAGE = 60_000_000;

    private long left;

    Budget(long units) {
        this.left = units;
    }

    void spend(long units) {
        left -= units;
    }

    boolean isSpent() {
        return left < 0;
    }
}
