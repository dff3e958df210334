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

    /** The run's status, which nobody else changes until the current transaction ends. */
    RunStatus lockedStatus(UUID id) {
        return RunStatus.valueOf(jdbc.sql("select status from planning_run where id = :id for update")
                .param("id", id)
                .query(String.class)
                .single());
    }

    /** @param elapsed since the run began, searches that were broken off included */
    void progress(UUID id, Duration elapsed, RunProgress progress) {
        jdbc.sql("""
                        update planning_run set elapsed_millis = :elapsed, score = :score, moves_per_second = :moves,
                            best = cast(:best as jsonb), dispatch = cast(:dispatch as jsonb)
                        where id = :id
                        """)
                .param("elapsed", elapsed.toMillis())
                .param("score", progress.score())
                .param("moves", progress.search().movesPerSecond())
                .param("best", json.write(progress.best()))
                .param("dispatch", json.write(progress.dispatch()))
                .param("id", id)
                .update();
    }

    /** Keeps the best plan so far, for whoever goes on when this instance dies. */
    void keep(UUID id, List<PlacedOperation> best) {
        jdbc.sql("""
                        insert into planning_run_best (run, placed) values (:id, cast(:placed as jsonb))
                        on conflict (run) do update set placed = excluded.placed
                        """).param("id", id).param("placed", json.write(best)).update();
    }

    /** The plan that was kept last; empty before the first and when the run is over. */
    List<PlacedOperation> kept(UUID id) {
        return jdbc.sql("select placed from planning_run_best where run = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(json::readPlaced)
                .orElse(List.of());
    }

    void setSchedule(UUID id, UUID schedule) {
        jdbc.sql("update planning_run set schedule = :schedule where id = :id")
                .param("id", id)
                .param("schedule", schedule)
                .update();
        forget(id);
    }

    void end(UUID id, RunStatus status, String message) {
        jdbc.sql("update planning_run set status = :status, message = :message where id = :id")
                .param("status", status.name())
                .param("message", message)
                .param("id", id)
                .update();
        forget(id);
    }

    private void forget(UUID id) {
        jdbc.sql("delete from planning_run_best where run = :id")
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
