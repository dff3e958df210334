package org.duebook.policy;

/** So many others wait for rules to be loaded that nothing was begun: ask again in a moment. */
public final class RulesBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RulesBusy() {
        super("too many wait for rules to be loaded", null, false, false);
    }
}
