package org.duebook.promising;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.planning.LikelyEnds;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accepted releases and of their promises; nothing here is ever changed. */
@Component
class PromiseStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    PromiseStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    boolean isAccepted(OrderNumber order) {
        return jdbc.sql("select exists (select 1 from accepted_release where order_number = :order)")
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of the orders that have their production. */
    Set<OrderNumber> accepted(Collection<OrderNumber> orders) {
        return jdbc.sql("select distinct order_number from accepted_release where order_number = any(:orders)")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, number) -> new OrderNumber(row.getString("order_number")))
                .set();
    }

    void accept(OrderNumber order, Collection<OwedRelease> releases, int transitDays, Instant at) {
        accept(
                releases.stream()
                        .map(owed -> new AcceptedRelease(order, owed, transitDays))
                        .toList(),
                at);
    }

    void accept(Collection<AcceptedRelease> releases, Instant at) {
        batch.batchUpdate(
                """
                insert into accepted_release (order_number, line, release, item, quantity, unit, requested,
                    transit_days, accepted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                releases.stream()
                        .map(release -> new Object[] {
                            release.order().value(),
                            release.owed().line(),
                            release.owed().release(),
                            release.owed().item().value(),
                            release.owed().quantity().amount(),
                            release.owed().quantity().unit().code(),
                            release.owed().requested(),
                            release.transitDays(),
                            at.atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    /** A date for a release. */
    record Dated(OrderLineId line, int release, LocalDate promised) {}

    /** Gives releases that were just accepted their first dates. */
    void promiseFirst(Collection<Dated> dates, String reason, Actor by, Instant at) {
        batch.batchUpdate(
                """
                insert into promise (order_number, line, release, revision, promised, reason, promised_by, promised_at)
                values (?, ?, ?, 1, ?, ?, ?, ?)""",
                dates.stream()
                        .map(date -> new Object[] {
                            date.line().order().value(),
                            date.line().line(),
                            date.release(),
                            date.promised(),
                            reason,
                            by.name(),
                            at.atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    /** Gives a release of a line its next date, with how sure that is. */
    void promise(
            OrderLineId line,
            int release,
            LocalDate promised,
            @Nullable Assurance assurance,
            String reason,
            Actor by,
            Instant at) {
        jdbc.sql("""
                insert into promise (order_number, line, release, revision, promised, reason, promised_by, promised_at,
                    confidence, chance, planned_end, likely_minutes, likely_recorded)
                select :order, :line, :release, coalesce(max(revision), 0) + 1, :promised, :reason, :by, :at,
                    cast(:confidence as double precision), cast(:chance as double precision),
                    cast(:plannedEnd as timestamptz), cast(:likelyMinutes as int[]), cast(:recorded as boolean)
                from promise where order_number = :order and line = :line and release = :release
                """)
                .param("order", line.order().value())
                .param("line", line.line())
                .param("release", release)
                .param("promised", promised)
                .param("reason", reason)
                .param("by", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "confidence",
                        assurance == null ? null : assurance.confidence().share())
                .param("chance", assurance == null ? null : assurance.chance())
                .param(
                        "plannedEnd",
                        assurance == null ? null : assurance.likely().planned().atOffset(ZoneOffset.UTC))
                .param(
                        "likelyMinutes",
                        assurance == null
                                ? null
                                : assurance.likely().minutesLater().toArray(Integer[]::new))
                .param("recorded", assurance == null ? null : assurance.likely().recorded())
                .update();
    }

    /**
     * A first date that was told by recorded variation.
     *
     * @param likely what was thought of the end of production
     */
    record Told(OrderLineId line, int release, int transitDays, LikelyEnds likely) {}

    /** The latest first dates that were told by recorded variation alone, in the order they were told. */
    List<Told> toldByRecords(int most) {
        return jdbc.sql("""
                select p.order_number, p.line, p.release, p.planned_end, p.likely_minutes, a.transit_days
                from promise p join accepted_release a using (order_number, line, release)
                where p.revision = 1 and p.likely_recorded
                order by p.promised_at desc, p.order_number desc, p.line desc, p.release desc limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Told(
                        line(row),
                        row.getInt("release"),
                        row.getInt("transit_days"),
                        new LikelyEnds(
                                row.getObject("planned_end", OffsetDateTime.class)
                                        .toInstant(),
                                List.of((Integer[])
                                        row.getArray("likely_minutes").getArray()),
                                true)))
                .list()
                .reversed();
    }

    /** Every accepted release with something to make or take from stock that was never given a date, by order and line. */
    List<AcceptedRelease> unpromised() {
        return jdbc.sql("""
                select a.* from accepted_release a
                where a.quantity > 0 and not exists (
                    select 1 from promise p
                    where p.order_number = a.order_number and p.line = a.line and p.release = a.release)
                order by a.order_number, a.line, a.release
                """).query(PromiseStore::readRelease).list();
    }

    /** Days on the road by accepted line. */
    Map<OrderLineId, Integer> transitDays(Collection<OrderLineId> lines) {
        Map<OrderLineId, Integer> days = new HashMap<>();
        if (lines.isEmpty()) {
            return days;
        }
        jdbc.sql("""
                select order_number, line, max(transit_days) as transit_days from accepted_release
                where (order_number, line) in (select * from unnest(:orders::text[], :lines::int[]))
                group by order_number, line
                """)
                .param("orders", orders(lines))
                .param("lines", numbers(lines))
                .query(row -> {
                    days.put(line(row), row.getInt("transit_days"));
                });
        return days;
    }

    /** Every date given for the releases of these lines, by line, release and revision. */
    List<GivenDate> given(Collection<OrderLineId> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select p.*, a.requested, a.item from promise p
                join accepted_release a using (order_number, line, release)
                where (p.order_number, p.line) in (select * from unnest(:orders::text[], :lines::int[]))
                order by p.order_number, p.line, p.release, p.revision
                """)
                .param("orders", orders(lines))
                .param("lines", numbers(lines))
                .query((row, number) -> new GivenDate(
                        line(row),
                        row.getInt("release"),
                        row.getInt("revision"),
                        new ItemNumber(row.getString("item")),
                        row.getObject("requested", LocalDate.class),
                        new PromiseView.Revision(
                                row.getObject("promised", LocalDate.class),
                                row.getObject("promised_at", OffsetDateTime.class)
                                        .toInstant(),
                                new Actor(row.getString("promised_by")),
                                row.getString("reason"))))
                .list();
    }

    /** What was promised of each release of these lines, by line and release; releases without a promise are absent. */
    List<PromisedRelease> releases(Collection<OrderLineId> lines) {
        Map<ReleaseId, List<GivenDate>> given = given(lines).stream()
                .collect(Collectors.groupingBy(
                        date -> new ReleaseId(date.line(), date.release()), LinkedHashMap::new, Collectors.toList()));
        return given.entrySet().stream()
                .map(each -> new PromisedRelease(
                        each.getKey(),
                        each.getValue().getFirst().item(),
                        each.getValue().getFirst().requested(),
                        each.getValue().stream().map(GivenDate::revision).toList()))
                .toList();
    }

    /** The day each line is promised for: that of its latest release, as it stood at an instant, or now. */
    Map<OrderLineId, LocalDate> promisedDays(Collection<OrderLineId> lines, @Nullable Instant until) {
        Map<OrderLineId, LocalDate> days = new HashMap<>();
        jdbc.sql("""
                select order_number, line, max(promised) as promised from (
                    select distinct on (order_number, line, release) order_number, line, promised from promise
                    where (order_number, line) in (select * from unnest(:orders::text[], :lines::int[]))
                        and (cast(:until as timestamptz) is null or promised_at <= :until)
                    order by order_number, line, release, revision desc) standing
                group by order_number, line
                """)
                .param("orders", orders(lines))
                .param("lines", numbers(lines))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    days.put(line(row), row.getObject("promised", LocalDate.class));
                });
        return days;
    }

    /** The day each line was promised for first, of those that were given another date since, as it stood or now. */
    Map<OrderLineId, LocalDate> firstDaysOfRevised(Collection<OrderLineId> lines, @Nullable Instant until) {
        Map<OrderLineId, LocalDate> days = new HashMap<>();
        jdbc.sql("""
                with revised as (
                    select distinct order_number, line from promise
                    where revision > 1 and (order_number, line) in (select * from unnest(:orders::text[], :lines::int[]))
                        and (cast(:until as timestamptz) is null or promised_at <= :until))
                select order_number, line, max(promised) as promised from promise join revised using (order_number, line)
                where revision = 1
                group by order_number, line
                """)
                .param("orders", orders(lines))
                .param("lines", numbers(lines))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    days.put(line(row), row.getObject("promised", LocalDate.class));
                });
        return days;
    }

    /** Keeps what another system said; what is there already stays. */
    void carryOver(Map<OrderNumber, List<CarriedOver>> orders) {
        List<Object[]> rows = new ArrayList<>();
        orders.forEach((order, lines) -> lines.forEach(line -> rows.add(columns(order, line))));
        batch.batchUpdate("""
                insert into carried_over (order_number, line, promised, delivered, releases, release_dates)
                values (?, ?, ?, ?, ?, cast(? as date[]))
                on conflict do nothing""", rows);
    }

    private static Object[] columns(OrderNumber order, CarriedOver line) {
        List<Integer> releases = List.copyOf(line.releases().keySet());
        return new @Nullable Object[] {
            order.value(),
            line.line(),
            line.promised(),
            line.delivered(),
            releases.toArray(Integer[]::new),
            releases.stream()
                    .map(release -> String.valueOf(line.releases().get(release)))
                    .toArray(String[]::new)
        };
    }

    Map<Integer, CarriedOver> carriedOver(OrderNumber order) {
        Map<Integer, CarriedOver> carried = new HashMap<>();
        jdbc.sql("select * from carried_over where order_number = :order")
                .param("order", order.value())
                .query((row, number) -> new CarriedOver(
                        row.getInt("line"),
                        row.getObject("promised", LocalDate.class),
                        carriedReleases(row),
                        row.getBigDecimal("delivered")))
                .list()
                .forEach(line -> carried.put(line.line(), line));
        return carried;
    }

    /** The date that holds of each release; of a line that is not accepted, what was carried over (0: all of it). */
    Map<OrderLineId, Map<Integer, LocalDate>> releaseDates(Collection<OrderLineId> lines) {
        Map<OrderLineId, Map<Integer, LocalDate>> dates = new HashMap<>();
        if (lines.isEmpty()) {
            return dates;
        }
        jdbc.sql("""
                select c.* from carried_over c
                where (c.order_number, c.line) in (select * from unnest(:orders::text[], :lines::int[]))
                    and not exists (select 1 from accepted_release a where a.order_number = c.order_number)
                """)
                .param("orders", orders(lines))
                .param("lines", numbers(lines))
                .query(row -> {
                    Map<Integer, LocalDate> carried = carriedReleases(row);
                    LocalDate whole = row.getObject("promised", LocalDate.class);
                    if (whole != null) {
                        carried.put(0, whole);
                    }
                    dates.put(line(row), carried);
                });
        given(lines)
                .forEach(date -> dates.computeIfAbsent(date.line(), line -> new HashMap<>())
                        .put(date.release(), date.revision().promised()));
        return dates;
    }

    private static Map<Integer, LocalDate> carriedReleases(ResultSet row) throws SQLException {
        Integer[] releases = (Integer[]) row.getArray("releases").getArray();
        Date[] dates = (Date[]) row.getArray("release_dates").getArray();
        Map<Integer, LocalDate> byRelease = new HashMap<>();
        for (int i = 0; i < releases.length; i++) {
            byRelease.put(releases[i], dates[i].toLocalDate());
        }
        return byRelease;
    }

    private static AcceptedRelease readRelease(ResultSet row, int number) throws SQLException {
        OwedRelease owed = new OwedRelease(
                row.getInt("line"),
                row.getInt("release"),
                new ItemNumber(row.getString("item")),
                Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                row.getObject("requested", LocalDate.class));
        return new AcceptedRelease(new OrderNumber(row.getString("order_number")), owed, row.getInt("transit_days"));
    }

    private static OrderLineId line(ResultSet row) throws SQLException {
        return new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line"));
    }

    private static String[] orders(Collection<OrderLineId> lines) {
        return lines.stream().map(line -> line.order().value()).toArray(String[]::new);
    }

    private static Integer[] numbers(Collection<OrderLineId> lines) {
        return lines.stream().map(OrderLineId::line).toArray(Integer[]::new);
    }

    /** A date given for one release. */
    record GivenDate(
            OrderLineId line,
            int release,
            int number,
            ItemNumber item,
            LocalDate requested,
            PromiseView.Revision revision) {}
}
