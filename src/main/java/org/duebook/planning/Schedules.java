package org.duebook.planning;

import static org.duebook.planning.PlanRows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schedules as runs made them; only the instant of publishing is ever added. */
@Repository
class Schedules {

    private final JdbcClient jdbc;
    private final PlanJson json;

    Schedules(JdbcClient jdbc, PlanJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What a schedule holds beside its figures.
     *
     * @param settled what was in the frozen horizon when it was made, as the plan in force had it; null for one made before
     *     that was kept
     */
    record Detail(
            List<ScheduledOperation> operations,
            List<MaterialPeg> pegs,
            List<LateLine> lateLines,
            List<MachineLoad> load,
            @Nullable List<PlacedOperation> settled) {}

    /** A schedule with everything that was stored of it. */
    record Stored(Schedule schedule, Detail detail) {}

    void insert(Schedule schedule, Detail detail) {
        jdbc.sql("""
                        insert into schedule (id, plant, planned_from, frozen_until, operations, late_lines, weighted_lateness,
                            changeover_minutes, dispatch_late_lines, dispatch_weighted_lateness,
                            dispatch_changeover_minutes, moved_operations, detail)
                        values (:id, :plant, :from, :frozen, :operations, :late, :lateness, :changeover, :dispatchLate,
                            :dispatchLateness, :dispatchChangeover, :moved, cast(:detail as jsonb))
                        """)
                .param("id", schedule.id())
                .param("plant", PlanBook.PLANT)
                .param("from", at(schedule.from()))
                .param("frozen", at(schedule.frozenUntil()))
                .param("operations", schedule.figures().operations())
                .param("late", schedule.figures().lateLines())
                .param("lateness", schedule.figures().weightedLateness())
                .param("changeover", schedule.figures().changeover().toMinutes())
                .param("dispatchLate", schedule.dispatch().lateLines())
                .param("dispatchLateness", schedule.dispatch().weightedLateness())
                .param("dispatchChangeover", schedule.dispatch().changeover().toMinutes())
                .param("moved", schedule.movedOperations())
                .param("detail", json.write(detail))
                .update();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("select * from schedule where id = :id")
                .param("id", id)
                .query((row, index) -> stored(row))
                .optional();
    }

    void setPublished(UUID id, Instant at) {
        jdbc.sql("update schedule set published_at = :at where id = :id")
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        Detail detail = json.read(row.getString("detail"), Detail.class);
        Schedule schedule = new Schedule(
                row.getObject("id", UUID.class),
                row.getTimestamp("planned_from").toInstant(),
                row.getTimestamp("frozen_until").toInstant(),
                instant(row.getTimestamp("published_at")),
                new PlanFigures(
                        row.getInt("operations"),
                        row.getInt("late_lines"),
                        row.getLong("weighted_lateness"),
                        Duration.ofMinutes(row.getLong("changeover_minutes"))),
                new PlanFigures(
                        row.getInt("operations"),
                        row.getInt("dispatch_late_lines"),
                        row.getLong("dispatch_weighted_lateness"),
                        Duration.ofMinutes(row.getLong("dispatch_changeover_minutes"))),
                row.getInt("moved_operations"),
                detail.operations(),
                detail.pegs().stream()
                        .filter(peg -> peg.source() == MaterialPeg.Source.PURCHASE)
                        .toList());
        return new Stored(schedule, detail);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
