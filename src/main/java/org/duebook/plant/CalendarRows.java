package org.duebook.plant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of working calendars with their shifts and holidays. */
@Repository
class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WorkingCalendar> load() {
        Map<String, List<WorkingCalendar.Shift>> shifts = jdbc
                .sql("select * from shift order by calendar, position")
                .query((row, n) -> Map.entry(
                        row.getString("calendar"),
                        new WorkingCalendar.Shift(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<String, TreeSet<LocalDate>> holidays = jdbc
                .sql("select * from holiday")
                .query((row, n) -> Map.entry(row.getString("calendar"), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
        return jdbc.sql("select code, name from working_calendar order by code")
                .query((row, n) -> new WorkingCalendar(
                        row.getString("code"),
                        row.getString("name"),
                        shifts.getOrDefault(row.getString("code"), List.of()),
                        holidays.getOrDefault(row.getString("code"), new TreeSet<>())))
                .list();
    }

    Optional<WorkingCalendar> load(String code) {
        return load().stream().filter(calendar -> calendar.code().equals(code)).findFirst();
    }

    Optional<WorkingCalendar> ofMachine(MachineCode machine) {
        return jdbc.sql("select calendar from machine where code = :machine")
                .param("machine", machine.value())
                .query(String.class)
                .optional()
                .flatMap(this::load);
    }

    Saved put(WorkingCalendar calendar) {
        Saved saved = Saved.of(jdbc.sql("""
                insert into working_calendar (code, name) values (:code, :name)
                on conflict (code) do update set name = excluded.name
                where working_calendar is distinct from excluded
                returning xmax = 0""")
                .param("code", calendar.code())
                .param("name", calendar.name())
                .query(Boolean.class)
                .optional());
        boolean changes = !load(calendar.code()).equals(Optional.of(calendar));
        if (changes) {
            replaceDays(calendar);
        }
        return saved.orChanged(changes);
    }

    private void replaceDays(WorkingCalendar calendar) {
        for (String table : List.of("shift", "holiday")) {
            jdbc.sql("delete from " + table + " where calendar = :code")
                    .param("code", calendar.code())
                    .update();
        }
        for (int position = 0; position < calendar.shifts().size(); position++) {
            insert(calendar.code(), position, calendar.shifts().get(position));
        }
        for (LocalDate day : calendar.holidays()) {
            jdbc.sql("insert into holiday (calendar, day) values (:code, :day)")
                    .param("code", calendar.code())
                    .param("day", day)
                    .update();
        }
    }

    private void insert(String calendar, int position, WorkingCalendar.Shift shift) {
        jdbc.sql("""
                insert into shift (calendar, position, weekday, starts, ends)
                values (:calendar, :position, :weekday, :starts, :ends)""")
                .param("calendar", calendar)
                .param("position", position)
                .param("weekday", shift.day().getValue())
                .param("starts", shift.from())
                .param("ends", shift.to())
                .update();
    }
}
