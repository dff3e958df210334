package org.duebook.planning;

import static org.duebook.planning.PlanRows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.duebook.production.Proposal;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the published plan: its head, its journal, and the plan as the journal has it now. */
@Repository
class PlanBook {

    /** The one plant there is so far; every row is keyed by it. */
    static final String PLANT = "MAIN";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final PlanJson json;
    private final Clock clock;

    PlanBook(JdbcClient jdbc, JdbcTemplate batch, PlanJson json, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
    }

    /** @param schedule the published one; null before the first */
    record Head(@Nullable UUID schedule, long sequence) {}

    /** A quote's hold and what it would make. */
    record HoldRow(String quote, Instant expires, List<Proposal> proposals) {}

    Head head() {
        return head("");
    }

    /** Locks the head row until the transaction ends. */
    Head lockedHead() {
        return head(" for update");
    }

    private Head head(String lock) {
        return jdbc.sql("select schedule, sequence from plan_head where plant = :plant" + lock)
                .param("plant", PLANT)
                .query((row, index) -> new Head(row.getObject("schedule", UUID.class), row.getLong("sequence")))
                .single();
    }

    /** Writes an entry under the next number; the head must be locked. */
    long append(String kind, Object payload, Actor by) {
        long sequence = jdbc.sql("update plan_head set sequence = sequence + 1 where plant = :plant returning sequence")
                .param("plant", PLANT)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into plan_journal (plant, sequence, at, by_actor, kind, payload)
                        values (:plant, :sequence, :at, :by, :kind, cast(:payload as jsonb))
                        """)
                .param("plant", PLANT)
                .param("sequence", sequence)
                .param("at", at(clock.instant()))
                .param("by", by.name())
                .param("kind", kind)
                .param("payload", json.write(payload))
                .update();
        return sequence;
    }

    void setSchedule(UUID schedule) {
        jdbc.sql("update plan_head set schedule = :schedule where plant = :plant")
                .param("schedule", schedule)
                .param("plant", PLANT)
                .update();
    }

    List<PlanRow> rows() {
        return jdbc.sql(
                        "select * from plan_operation where plant = :plant order by position, production_order, sequence")
                .param("plant", PLANT)
                .query((row, index) -> planRow(row))
                .list();
    }

    private static PlanRow planRow(ResultSet row) throws SQLException {
        return new PlanRow(PlanRows.placed(row), row.getDouble("position"), row.getString("hold"));
    }

    /** Places of these production orders. */
    List<PlanRow> rowsOf(Collection<ProductionOrderNumber> orders) {
        return jdbc.sql("select * from plan_operation where plant = :plant and production_order = any(:orders)")
                .param("plant", PLANT)
                .param("orders", values(orders))
                .query((row, index) -> planRow(row))
                .list();
    }

    List<MaterialPeg> pegs() {
        return jdbc.sql("select * from plan_peg where plant = :plant")
                .param("plant", PLANT)
                .query((row, index) -> peg(row))
                .list();
    }

    /** Material of these production orders. */
    List<MaterialPeg> pegsOf(Collection<ProductionOrderNumber> orders) {
        return jdbc.sql("select * from plan_peg where plant = :plant and production_order = any(:orders)")
                .param("plant", PLANT)
                .param("orders", values(orders))
                .query((row, index) -> peg(row))
                .list();
    }

    private static String[] values(Collection<ProductionOrderNumber> orders) {
        return orders.stream().map(ProductionOrderNumber::value).toArray(String[]::new);
    }

    private static MaterialPeg peg(ResultSet row) throws SQLException {
        return new MaterialPeg(
                PlanRows.operation(row),
                new ItemNumber(row.getString("component")),
                Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                MaterialPeg.Source.valueOf(row.getString("source")),
                row.getString("reference"),
                row.getTimestamp("available").toInstant());
    }

    /**
     * What an entry was about.
     *
     * @param quote that it names, if any
     * @param order that it names, if any
     */
    record Told(
            String kind, @Nullable String quote, @Nullable String order) {}

    /** Entries after one number up to another, the earliest first, at most so many. */
    List<Told> toldBetween(long after, long upTo, int limit) {
        return jdbc.sql("""
                        select kind, payload ->> 'quote' as quote, payload ->> 'order' as named
                        from plan_journal where plant = :plant and sequence > :after and sequence <= :upTo
                        order by sequence limit :limit
                        """)
                .param("plant", PLANT)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, index) -> new Told(row.getString("kind"), row.getString("quote"), row.getString("named")))
                .list();
    }

    /** Numbers the positions of every machine anew, since somewhere hardly anything fits between two of them. */
    void spreadPositions() {
        jdbc.sql("""
                        update plan_operation p set position = s.place
                        from (select production_order, sequence,
                                row_number() over (partition by machine order by position, production_order, sequence) place
                            from plan_operation where plant = :plant and machine is not null) s
                        where p.plant = :plant and p.production_order = s.production_order and p.sequence = s.sequence
                        """).param("plant", PLANT).update();
    }

    List<HoldRow> holds() {
        return jdbc.sql("select * from plan_hold where plant = :plant order by quote")
                .param("plant", PLANT)
                .query((row, index) -> new HoldRow(
                        row.getString("quote"),
                        row.getTimestamp("expires").toInstant(),
                        json.readProposals(row.getString("proposals"))))
                .list();
    }

    void insertHold(String quote, Instant expires, List<Proposal> proposals) {
        jdbc.sql("""
                        insert into plan_hold (plant, quote, expires, proposals)
                        values (:plant, :quote, :expires, cast(:proposals as jsonb))
                        on conflict (plant, quote) do update set expires = excluded.expires, proposals = excluded.proposals
                        """)
                .param("plant", PLANT)
                .param("quote", quote)
                .param("expires", at(expires))
                .param("proposals", json.write(proposals))
                .update();
    }

    void deleteHold(String quote, Collection<Proposal> proposals) {
        List<String> numbers = proposals.stream()
                .flatMap(proposal -> proposal.productionOrders().stream())
                .map(order -> order.number().value())
                .toList();
        deleteOrders(numbers);
        jdbc.sql("delete from plan_hold where plant = :plant and quote = :quote")
                .param("plant", PLANT)
                .param("quote", quote)
                .update();
    }

    /** Takes operations of a line's production orders out of the plan. */
    void deleteLine(OrderLineId line) {
        deleteOrders(jdbc.sql("select number from production_order where order_number = :order and order_line = :line")
                .param("order", line.order().value())
                .param("line", line.line())
                .query(String.class)
                .list());
    }

    /** Takes single operations out of the plan. */
    void deletePlaces(Collection<OperationId> operations) {
        for (String table : List.of("plan_operation", "plan_peg")) {
            batch.batchUpdate(
                    "delete from " + table + " where plant = ? and production_order = ? and sequence = ?",
                    operations.stream()
                            .map(operation -> new Object[] {
                                PLANT, operation.productionOrder().value(), operation.sequence()
                            })
                            .toList());
        }
    }

    private void deleteOrders(List<String> productionOrders) {
        if (productionOrders.isEmpty()) {
            return;
        }
        for (String table : List.of("plan_operation", "plan_peg")) {
            jdbc.sql("delete from " + table + " where plant = :plant and production_order in (:orders)")
                    .param("plant", PLANT)
                    .param("orders", productionOrders)
                    .update();
        }
    }

    void insertRows(Collection<PlanRow> rows) {
        batch.batchUpdate("""
                insert into plan_operation (plant, production_order, sequence, machine, position, setup_start, start_at,
                    end_at, setup_state, hold)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows.stream().map(PlanBook::columns).toList());
    }

    void insertPegs(Collection<MaterialPeg> pegs) {
        batch.batchUpdate("""
                insert into plan_peg (plant, production_order, sequence, component, quantity, unit, source, reference, available)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, pegs.stream().map(PlanBook::columns).toList());
    }

    /** Puts a whole plan in place of the old one. */
    void replace(Collection<PlanRow> rows, Collection<MaterialPeg> pegs) {
        jdbc.sql("delete from plan_operation where plant = :plant")
                .param("plant", PLANT)
                .update();
        jdbc.sql("delete from plan_peg where plant = :plant")
                .param("plant", PLANT)
                .update();
        insertRows(rows);
        insertPegs(pegs);
    }

    private static Object[] columns(PlanRow row) {
        PlacedOperation placed = row.placed();
        MachineCode machine = placed.machine();
        return new @Nullable Object[] {
            PLANT,
            placed.operation().productionOrder().value(),
            placed.operation().sequence(),
            machine == null ? null : machine.value(),
            row.position(),
            at(placed.setupStart()),
            at(placed.start()),
            at(placed.end()),
            placed.setupState(),
            row.hold()
        };
    }

    private static Object[] columns(MaterialPeg peg) {
        return new Object[] {
            PLANT,
            peg.operation().productionOrder().value(),
            peg.operation().sequence(),
            peg.component().value(),
            peg.quantity().amount(),
            peg.quantity().unit().code(),
            peg.source().name(),
            peg.reference(),
            at(peg.available())
        };
    }
}
