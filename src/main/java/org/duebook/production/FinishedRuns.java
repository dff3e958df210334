package org.duebook.production;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duebook.shared.MachineCode;
import org.duebook.shared.WorkCentreCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how finished operations went. */
@Repository
class FinishedRuns {

    private final JdbcClient jdbc;

    FinishedRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FinishedRun> since(Instant since, int each) {
        return jdbc.sql("""
                        select * from (
                            select work_centre, machine, started_at, finished_at, good, scrap,
                                coalesce(outside_minutes, machine_minutes[array_position(machines, machine)]) as minutes,
                                row_number() over (partition by work_centre order by finished_at desc) as latest
                            from operation where status = 'FINISHED' and finished_at >= :since) run
                        where latest <= :each and minutes > 0 and good + scrap > 0
                        order by finished_at
                        """)
                .param("since", ProductionOrders.at(since))
                .param("each", each)
                .query((row, n) -> run(row))
                .list();
    }

    private static FinishedRun run(ResultSet row) throws SQLException {
        String machine = row.getString("machine");
        double scrap = row.getDouble("scrap");
        return new FinishedRun(
                new WorkCentreCode(row.getString("work_centre")),
                machine == null ? null : new MachineCode(machine),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("finished_at").toInstant(),
                scrap / (row.getDouble("good") + scrap));
    }
}
