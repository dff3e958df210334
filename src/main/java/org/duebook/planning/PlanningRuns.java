package org.duebook.planning;

import static org.duebook.planning.PlanRows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of planning runs. */
@Repository
class PlanningRuns {

    private final JdbcClient jdbc;
    private final PlanJson json;

    PlanningRuns(JdbcClient jdbc, PlanJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, Duration limit, boolean publishWhenDone, Actor by, Instant now) {
        jdbc.sql("""
                        insert into planning_run (id, plant, status, requested_by, requested_at, limit_seconds, publish_when_done)
                        values (:id, :plant, 'WAITING', :by, :at, :seconds, :publish)
                        """)
                .param("id", id)
                .param("plant", PlanBook.PLANT)
                .param("by", by.name())
                .param("at", at(now))
                .param("seconds", limit.toSeconds())
                .param("publish", publishWhenDone)
                .update();
    }

    Optional<PlanningRun> find(UUID id) {
        return jdbc.sql("select * from planning_run where id = :id")
                .param("id", id)
                .query((row, index) -> run(row))
                .optional();
    }

    List<PlanningRun> latest(int limit) {
        return jdbc.sql("select * from planning_run order by requested_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, index) -> run(row))
                .list();
    }

    void requestStop(UUID id) {
        jdbc.sql("update planning_run set stop_requested = true where id = :id and status in ('WAITING', 'RUNNING')")
                .param("id", id)
                .update();
    }

    boolean stopRequested(UUID id) {
        return jdbc.sql("select stop_requested from planning_run where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void setStatus(UUID id, RunStatus status) {
        jdbc.sql("update planning_run set status = :status where id = :id")
                .param("status", status.name())
                .param("id", id)
                .update();
    }

    void progress(
            UUID id,
            Duration elapsed,
            String score,
            long movesPerSecond,
            @Nullable PlanFigures best,
            @Nullable PlanFigures dispatch) {
        jdbc.sql("""
                        update planning_run set elapsed_millis = :elapsed, score = :score, moves_per_second = :moves,
                            best = coalesce(cast(:best as jsonb), best), dispatch = coalesce(cast(:dispatch as jsonb), dispatch)
                        where id = :id
                        """)
                .param("elapsed", elapsed.toMillis())
                .param("score", score)
                .param("moves", movesPerSecond)
                .param("best", best == null ? null : json.write(best))
                .param("dispatch", dispatch == null ? null : json.write(dispatch))
                .param("id", id)
                .update();
    }

    void end(UUID id, RunStatus status, @Nullable UUID schedule, String message) {
        jdbc.sql("update planning_run set status = :status, schedule = :schedule, message = :message where id = :id")
                .param("status", status.name())
                .param("schedule", schedule)
                .param("message", message)
                .param("id", id)
                .update();
    }

    private PlanningRun run(ResultSet row) throws SQLException {
        return new PlanningRun(
                row.getObject("id", UUID.class),
                RunStatus.valueOf(row.getString("status")),
                new Actor(row.getString("requested_by")),
                row.getTimestamp("requested_at").toInstant(),
                Duration.ofSeconds(row.getInt("limit_seconds")),
                Duration.ofMillis(row.getLong("elapsed_millis")),
                row.getBoolean("publish_when_done"),
                row.getString("score"),
                row.getLong("moves_per_second"),
                figures(row.getString("best")),
                figures(row.getString("dispatch")),
                row.getObject("schedule", UUID.class),
                row.getString("message"));
    }

    private @Nullable PlanFigures figures(@Nullable String text) {
        return text == null ? null : json.read(text, PlanFigures.class);
    }
}
