package org.duebook.policy.engine;

/** Rules that keep firing each other; the decision they were asked for does not exist. */
public final class FiringLimitReached extends Exception {

    private static final long serialVersionUID = 1L;

    FiringLimitReached(String version, int limit) {
        super("rule set " + version + " fired " + limit + " rules without coming to rest");
    }
}
