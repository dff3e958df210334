package org.duebook.keeping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of promises that were kept although they were at risk; only ever added to. */
@Repository
class KeptRows {

    private final JdbcClient jdbc;

    KeptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReleaseId release, KeptPromise kept) {
        jdbc.sql("""
                insert into promise_kept (order_number, line, release, promised, projected, reason, kept_by, kept_at)
                values (:order, :line, :release, :promised, :projected, :reason, :by, :at)
                """)
                .param("order", release.line().order().value())
                .param("line", release.line().line())
                .param("release", release.release())
                .param("promised", kept.promised())
                .param("projected", kept.projected())
                .param("reason", kept.reason())
                .param("by", kept.by().name())
                .param("at", kept.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By release, the latest first; releases without any are absent. */
    Map<ReleaseId, List<KeptPromise>> of(Collection<OrderLineId> lines) {
        return jdbc
                .sql("""
                select * from promise_kept
                where (order_number, line) in (select * from unnest(:orders::text[], :lines::int[]))
                order by id desc
                """)
                .param(
                        "orders",
                        lines.stream().map(line -> line.order().value()).toArray(String[]::new))
                .param("lines", lines.stream().map(OrderLineId::line).toArray(Integer[]::new))
                .query((row, n) -> Map.entry(release(row), kept(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static ReleaseId release(ResultSet row) throws SQLException {
        return new ReleaseId(
                new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line")),
                row.getInt("release"));
    }

    private static KeptPromise kept(ResultSet row) throws SQLException {
        return new KeptPromise(
                row.getObject("promised", LocalDate.class),
                row.getObject("projected", LocalDate.class),
                row.getString("reason"),
                new Actor(row.getString("kept_by")),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
