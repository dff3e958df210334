package org.duebook.plant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.duebook.shared.WorkCentreCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the plant's profile, work centres, machines and changeovers. */
@Repository
class CapacityRows {

    private final JdbcClient jdbc;

    CapacityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PlantProfile> profile() {
        return jdbc.sql("select name, zone, currency from plant_profile")
                .query((row, n) -> new PlantProfile(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency"))))
                .optional();
    }

    Saved put(PlantProfile profile) {
        return Saved.of(jdbc.sql("""
                insert into plant_profile (name, zone, currency) values (:name, :zone, :currency)
                on conflict (single) do update
                set name = excluded.name, zone = excluded.zone, currency = excluded.currency
                where plant_profile is distinct from excluded
                returning xmax = 0""")
                .param("name", profile.name())
                .param("zone", profile.zone().getId())
                .param("currency", profile.currency().getCurrencyCode())
                .query(Boolean.class)
                .optional());
    }

    List<WorkCentre> workCentres() {
        return jdbc.sql("select code, name from work_centre order by code")
                .query((row, n) -> new WorkCentre(new WorkCentreCode(row.getString("code")), row.getString("name")))
                .list();
    }

    Saved put(WorkCentre workCentre) {
        return Saved.of(jdbc.sql("""
                insert into work_centre (code, name) values (:code, :name)
                on conflict (code) do update set name = excluded.name
                where work_centre is distinct from excluded
                returning xmax = 0""")
                .param("code", workCentre.code().value())
                .param("name", workCentre.name())
                .query(Boolean.class)
                .optional());
    }

    List<Machine> machines() {
        return jdbc.sql("select * from machine order by code")
                .query((row, n) -> new Machine(
                        new MachineCode(row.getString("code")),
                        row.getString("name"),
                        new WorkCentreCode(row.getString("work_centre")),
                        row.getString("calendar"),
                        row.getString("setup_state")))
                .list();
    }

    Saved put(Machine machine) {
        return Saved.of(jdbc.sql("""
                insert into machine (code, name, work_centre, calendar, setup_state)
                values (:code, :name, :workCentre, :calendar, :setupState)
                on conflict (code) do update
                set name = excluded.name, work_centre = excluded.work_centre, calendar = excluded.calendar,
                    setup_state = excluded.setup_state
                where machine is distinct from excluded
                returning xmax = 0""")
                .param("code", machine.code().value())
                .param("name", machine.name())
                .param("workCentre", machine.workCentre().value())
                .param("calendar", machine.calendar())
                .param("setupState", machine.setupState())
                .query(Boolean.class)
                .optional());
    }

    Map<WorkCentreCode, List<Changeover>> changeovers() {
        return jdbc
                .sql("select * from changeover order by work_centre, from_state, to_state")
                .query((row, n) -> changeover(new WorkCentreCode(row.getString("work_centre")), row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Changeover::workCentre));
    }

    private static Changeover changeover(WorkCentreCode workCentre, ResultSet row) throws SQLException {
        return new Changeover(
                workCentre,
                row.getString("from_state"),
                row.getString("to_state"),
                Duration.ofSeconds(row.getLong("seconds")));
    }

    List<Changeover> changeovers(WorkCentreCode workCentre) {
        return jdbc.sql("select * from changeover where work_centre = :workCentre order by from_state, to_state")
                .param("workCentre", workCentre.value())
                .query((row, n) -> changeover(workCentre, row))
                .list();
    }

    Saved put(WorkCentreCode workCentre, List<Changeover> matrix) {
        lock(workCentre);
        List<Changeover> wanted = matrix.stream()
                .sorted(Comparator.comparing(Changeover::from).thenComparing(Changeover::to))
                .toList();
        List<Changeover> before = changeovers(workCentre);
        if (before.equals(wanted)) {
            return Saved.UNCHANGED;
        }
        jdbc.sql("delete from changeover where work_centre = :workCentre")
                .param("workCentre", workCentre.value())
                .update();
        wanted.forEach(changeover -> insert(workCentre, changeover));
        return before.isEmpty() ? Saved.CREATED : Saved.CHANGED;
    }

    private void lock(WorkCentreCode workCentre) {
        boolean known = jdbc.sql("select code from work_centre where code = :code for update")
                .param("code", workCentre.value())
                .query(String.class)
                .optional()
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException("work centre " + workCentre + " is unknown; put the work centre first");
        }
    }

    private void insert(WorkCentreCode workCentre, Changeover changeover) {
        if (!changeover.workCentre().equals(workCentre)) {
            throw new IllegalArgumentException("changeover of " + changeover.workCentre() + " in the matrix of "
                    + workCentre + "; put each matrix by itself");
        }
        jdbc.sql("""
                insert into changeover (work_centre, from_state, to_state, seconds)
                values (:workCentre, :from, :to, :seconds)""")
                .param("workCentre", workCentre.value())
                .param("from", changeover.from())
                .param("to", changeover.to())
                .param("seconds", changeover.time().toSeconds())
                .update();
    }
}
