package org.duebook.plant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.duebook.shared.TimeWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what differs from the calendars: downtime and overtime, from the plant's sheets or entered during the day. */
@Repository
class ExceptionRows {

    private final JdbcClient jdbc;

    ExceptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Downtime> downtimes() {
        return jdbc.sql("select * from downtime order by machine, starts, ends")
                .query((row, n) -> downtime(row))
                .list();
    }

    List<Overtime> overtimes() {
        return jdbc.sql("select * from overtime order by machine, starts, ends")
                .query((row, n) ->
                        new Overtime(new MachineCode(row.getString("machine")), window(row), row.getString("reason")))
                .list();
    }

    List<TimeWindow> downtimes(MachineCode machine) {
        return windows("downtime", machine);
    }

    List<TimeWindow> overtimes(MachineCode machine) {
        return windows("overtime", machine);
    }

    private List<TimeWindow> windows(String table, MachineCode machine) {
        return jdbc.sql("select * from " + table + " where machine = :machine order by starts")
                .param("machine", machine.value())
                .query((row, n) -> window(row))
                .list();
    }

    Saved put(Downtime downtime) {
        return put("downtime", downtime.machine(), downtime.window(), downtime.reason());
    }

    Saved put(Overtime overtime) {
        return put("overtime", overtime.machine(), overtime.window(), overtime.reason());
    }

    /** What was entered during the day and comes back with an export stays the entry it is. */
    private Saved put(String table, MachineCode machine, TimeWindow window, String reason) {
        boolean entered = jdbc.sql("select exists (select 1 from " + table + " where machine = :machine"
                        + " and starts = :starts and ends = :ends and reason = :reason and entry is not null)")
                .param("machine", machine.value())
                .param("starts", at(window.from()))
                .param("ends", at(window.to()))
                .param("reason", reason)
                .query(Boolean.class)
                .single();
        if (entered) {
            return Saved.UNCHANGED;
        }
        return Saved.of(jdbc.sql("""
                insert into %1$s (machine, starts, ends, reason) values (:machine, :starts, :ends, :reason)
                on conflict (machine, starts) where entry is null
                do update set ends = excluded.ends, reason = excluded.reason
                where %1$s is distinct from excluded
                returning xmax = 0""".formatted(table))
                .param("machine", machine.value())
                .param("starts", at(window.from()))
                .param("ends", at(window.to()))
                .param("reason", reason)
                .query(Boolean.class)
                .optional());
    }

    void enter(long entry, Downtime downtime) {
        enter("downtime", entry, downtime.machine(), downtime.window(), downtime.reason());
    }

    void enter(long entry, Overtime overtime) {
        enter("overtime", entry, overtime.machine(), overtime.window(), overtime.reason());
    }

    private void enter(String table, long entry, MachineCode machine, TimeWindow window, String reason) {
        jdbc.sql("insert into " + table
                        + " (machine, starts, ends, reason, entry) values (:machine, :starts, :ends, :reason, :entry)")
                .param("machine", machine.value())
                .param("starts", at(window.from()))
                .param("ends", at(window.to()))
                .param("reason", reason)
                .param("entry", entry)
                .update();
    }

    void remove(long entry) {
        for (String table : List.of("downtime", "overtime")) {
            jdbc.sql("delete from " + table + " where entry = :entry")
                    .param("entry", entry)
                    .update();
        }
    }

    Optional<Downtime> downtimeOf(long entry) {
        return jdbc.sql("select * from downtime where entry = :entry")
                .param("entry", entry)
                .query((row, n) -> downtime(row))
                .optional();
    }

    /** Downtimes of a machine that began before an instant and end after it. */
    List<Downtime> running(MachineCode machine, Instant at) {
        return jdbc.sql("select * from downtime where machine = :machine and starts < :at and ends > :at"
                        + " order by starts, ends")
                .param("machine", machine.value())
                .param("at", at(at))
                .query((row, n) -> downtime(row))
                .list();
    }

    /** Gives every downtime of the machine that begins and ends as said another end. */
    void setEnd(Downtime downtime, Instant endsNow, Instant end) {
        jdbc.sql("update downtime set ends = :end where machine = :machine and starts = :starts and ends = :endsNow")
                .param("end", at(end))
                .param("machine", downtime.machine().value())
                .param("starts", at(downtime.window().from()))
                .param("endsNow", at(endsNow))
                .update();
    }

    private static Downtime downtime(ResultSet row) throws SQLException {
        return new Downtime(new MachineCode(row.getString("machine")), window(row), row.getString("reason"));
    }

    private static TimeWindow window(ResultSet row) throws SQLException {
        return new TimeWindow(instant(row, "starts"), instant(row, "ends"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
