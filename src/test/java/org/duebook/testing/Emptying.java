package org.duebook.testing;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties tables which the application may be reading beside the test, as the plan in memory does: whoever is picked to end
 * a deadlock tries again.
 */
public final class Emptying {

    private static final int TRIES = 10;

    private Emptying() {}

    /** @param tables names, by comma; what refers to them is emptied too */
    public static void truncate(JdbcClient jdbc, String tables) {
        for (int tried = 1; ; tried++) {
            try {
                jdbc.sql("truncate " + tables + " cascade").update();
                return;
            } catch (PessimisticLockingFailureException deadlock) {
                if (tried == TRIES) {
                    throw deadlock;
                }
            }
        }
    }
}
