package org.duebook.home;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Jobs an earlier start of this home had at work when it was killed. Several instances on one server find a dead one's
 * jobs by its missing heartbeat; a home has only one instance, so at a start they are given back at once.
 */
final class JobsAtWork {

    private static final Logger log = LoggerFactory.getLogger(JobsAtWork.class);

    JobsAtWork(JdbcClient jdbc) {
        int given = jdbc.sql("""
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked
                        """).update();
        if (given > 0) {
            log.info("Going on with {} background jobs that were at work when Duebook ended", given);
        }
    }
}
