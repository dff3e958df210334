package org.duebook.policy.desk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duebook.policy.RuleInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which version each instance of the application runs, as each of them says now and then. */
public final class Instances {

    private static final Duration SAYS_SO = Duration.ofSeconds(30);
    private static final Duration GONE = Duration.ofSeconds(90);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String self;
    private long said;
    private Instant saidAt = Instant.MIN;

    public Instances(JdbcClient jdbc, Clock clock, String self) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.self = self;
    }

    /** Name of this process: its machine, its id there, and something that a machine started again does not repeat. */
    public static String thisProcess() {
        return machine() + "-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 4);
    }

    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Says what this one runs, where that is new or was not said for a while. */
    synchronized void say(long number, Instant runningSince) {
        Instant now = clock.instant();
        if (number == said && now.isBefore(saidAt.plus(SAYS_SO))) {
            return;
        }
        jdbc.sql("""
                        insert into rule_set_instance (name, number, running_since, seen_at)
                        values (:name, :number, :since, :now)
                        on conflict (name) do update
                        set number = excluded.number, running_since = excluded.running_since, seen_at = excluded.seen_at""")
                .param("name", self)
                .param("number", number)
                .param("since", Timestamp.from(runningSince))
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("delete from rule_set_instance where seen_at < :gone")
                .param("gone", Timestamp.from(now.minus(GONE)))
                .update();
        said = number;
        saidAt = now;
    }

    /** Those alive, by name. */
    List<RuleInstance> alive() {
        return jdbc.sql("""
                        select name, version, number, running_since, seen_at
                        from rule_set_instance join rule_set_publication using (number)
                        where seen_at >= :gone
                        order by name""")
                .param("gone", Timestamp.from(clock.instant().minus(GONE)))
                .query((row, number) -> new RuleInstance(
                        row.getString("name"),
                        row.getString("version"),
                        row.getLong("number"),
                        row.getTimestamp("running_since").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getString("name").equals(self)))
                .list();
    }
}
