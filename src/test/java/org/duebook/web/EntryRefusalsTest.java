package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.duebook.inventory.Inventory;
import org.duebook.testing.Emptying;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What cannot be entered, and who may not; nothing of it is kept. */
@WebTest
@TestPropertySource(properties = "duebook.home.folder=target/home-of-entries")
class EntryRefusalsTest {

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inventory inventory;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aReceiptOnItsWay() {
        clock.set(TestClock.START);
        Emptying.truncate(jdbc, "plan_journal, plan_entry_effect, downtime, overtime, scheduled_receipt");
        jdbc.sql("update plan_head set schedule = null, sequence = 0").update();
        inventory.putReceipt(SmallPlant.receipt("RC-1", SmallPlant.SEAL, 200, "2026-01-08"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "downtimes|machine|'machine':'LATHE-9','reason':'x'",
                "downtimes|until|'machine':'LATHE-1','from':'2026-01-08T08:00:00Z','until':'2026-01-08T08:00:00Z','reason':'x'",
                "downtimes|until|'machine':'LATHE-1','from':'2026-01-08T08:00:00Z','until':'2026-01-07T08:00:00Z','reason':'x'",
                "downtimes|from|'machine':'LATHE-1','from':'2025-12-01T08:00:00Z','reason':'x'",
                "downtimes|from|'machine':'LATHE-1','from':'2028-01-01T08:00:00Z','reason':'x'",
                "downtimes|until|'machine':'LATHE-1','until':'2027-06-01T08:00:00Z','reason':'x'",
                "downtimes|reason|'machine':'LATHE-1','reason':'   '",
                "downtime-ends|machine|'machine':'LATHE-9','reason':'x'",
                "downtime-ends|machine|'machine':'LATHE-1','reason':'x'",
                "overtimes|machine|'from':'2026-01-07T13:00:00Z','until':'2026-01-07T15:00:00Z','reason':'x'",
                "overtimes|machine|'machine':'LATHE-1','workCentre':'TURN','from':'2026-01-07T13:00:00Z','until':'2026-01-07T15:00:00Z','reason':'x'",
                "overtimes|workCentre|'workCentre':'NONE','from':'2026-01-07T13:00:00Z','until':'2026-01-07T15:00:00Z','reason':'x'",
                "overtimes|until|'machine':'LATHE-1','from':'2026-01-07T13:00:00Z','until':'2026-01-17T15:00:00Z','reason':'x'",
                "overtimes|from|'machine':'LATHE-1','from':'2026-01-07T09:00:00Z','until':'2026-01-07T12:00:00Z','reason':'x'",
                "receipts|receipt|'receipt':'RC-9','expected':'2026-01-12','reason':'x'",
                "receipts|arrived|'receipt':'RC-1','reason':'x'",
                "receipts|arrived|'receipt':'RC-1','arrived':{'amount':201,'unit':'pcs'},'reason':'x'",
                "receipts|arrived|'receipt':'RC-1','arrived':{'amount':0,'unit':'pcs'},'reason':'x'",
                "receipts|arrived|'receipt':'RC-1','arrived':{'amount':20,'unit':'kg'},'reason':'x'",
                "receipts|expected|'receipt':'RC-1','expected':'2026-01-06','reason':'x'",
                "receipts|expected|'receipt':'RC-1','arrived':{'amount':200,'unit':'pcs'},'expected':'2026-01-12','reason':'x'",
                "stock-counts|item|'item':'NONE','counted':{'amount':2,'unit':'pcs'},'reason':'x'",
                "stock-counts|counted|'item':'SEAL','counted':{'amount':2,'unit':'kg'},'reason':'x'"
            })
    void whatCannotBeIsRefusedAndNothingIsKept(String kind, String field, String fields) {
        api.post("planner", "/entries/" + kind, "{" + fields.replace('\'', '"') + "}")
                .isProblem(422, field);

        assertThat(entries()).isZero();
    }

    @Test
    void negativeCountIsMalformed() {
        api.post("planner", "/entries/stock-counts", """
                {"item":"SEAL","counted":{"amount":-1,"unit":"pcs"},"reason":"x"}""").is(400);

        assertThat(entries()).isZero();
    }

    @Test
    void sameDowntimeIsRefusedAndOneThatAddsToItIsNot() {
        String down = """
                {"machine":"LATHE-1","from":"2026-01-07T08:00:00Z","until":"2026-01-07T12:00:00Z","reason":"Belt"}""";
        api.post("planner", "/entries/downtimes", down).is(201);

        Api.Answer again = api.post("planner", "/entries/downtimes", down).isProblem(422, "machine");
        api.post("planner", "/entries/downtimes", down.replace("T12:00", "T13:00"))
                .is(201);

        assertThat(again.found()).isEqualTo("LATHE-1 is down from 2026-01-07 09:00 to 2026-01-07 13:00: Belt");
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void receiptThatHasComeIsNotBookedAgain() {
        String arrived = """
                {"receipt":"RC-1","arrived":{"amount":200,"unit":"pcs"},"reason":"Here"}""";
        int before = seals();
        api.post("warehouse", "/entries/receipts", arrived).is(201);

        api.post("warehouse", "/entries/receipts", arrived).isProblem(422, "receipt");

        assertThat(seals()).isEqualTo(before + 200);
    }

    @Test
    void repeatedKeyBooksOnce() {
        String arrived = """
                {"receipt":"RC-1","arrived":{"amount":50,"unit":"pcs"},"reason":"Here"}""";
        int before = seals();

        JsonNode first = api.post("warehouse", "/entries/receipts", arrived, "Idempotency-Key", "entry-1")
                .is(201)
                .json();
        JsonNode again = api.post("warehouse", "/entries/receipts", arrived, "Idempotency-Key", "entry-1")
                .is(201)
                .json();
        api.post("warehouse", "/entries/receipts", arrived.replace("50", "60"), "Idempotency-Key", "entry-1")
                .is(422);

        assertThat(again).isEqualTo(first);
        assertThat(seals()).isEqualTo(before + 50);
        assertThat(entries()).isOne();
    }

    @Test
    void entryIsWithdrawnOnceAndAWithdrawalNever() {
        long number = api.post("planner", "/entries/downtimes", "{\"machine\":\"LATHE-1\",\"reason\":\"Belt\"}")
                .is(201)
                .json()
                .at("/number")
                .asLong();
        String why = "{\"reason\":\"Wrong machine\"}";
        long withdrawal = api.post("planner", "/entries/" + number + "/withdraw", why)
                .is(201)
                .json()
                .at("/number")
                .asLong();

        api.post("planner", "/entries/" + number + "/withdraw", why).isProblem(422, "number");
        api.post("planner", "/entries/" + withdrawal + "/withdraw", why).isProblem(422, "number");
        api.post("planner", "/entries/999999/withdraw", why).isProblem(404, "number");
        api.get("planner", "/entries/999999").isProblem(404, "number");
    }

    @Test
    void receiptWhoseGoodsAreGoneIsNotWithdrawn() {
        long number = api.post("warehouse", "/entries/receipts", """
                        {"receipt":"RC-1","arrived":{"amount":50,"unit":"pcs"},"reason":"Here"}""")
                .is(201)
                .json()
                .at("/number")
                .asLong();
        api.post("warehouse", "/entries/stock-counts", """
                {"item":"SEAL","counted":{"amount":3,"unit":"pcs"},"reason":"Gone"}""").is(201);

        api.post("warehouse", "/entries/" + number + "/withdraw", "{\"reason\":\"Wrong\"}")
                .isProblem(422, "number");

        assertThat(seals()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "downtimes, warehouse, 403",
        "downtimes, floor, 403",
        "overtimes, sales, 403",
        "downtime-ends, floor, 403",
        "receipts, warehouse, 422",
        "receipts, sales, 403",
        "stock-counts, warehouse, 422",
        "stock-counts, floor, 403",
        "downtimes, planner, 422",
        "stock-counts, boss, 422"
    })
    void eachRoleEntersWhatIsIts(String kind, String user, int status) {
        String body = switch (kind) {
            case "receipts" -> "{\"receipt\":\"NONE\",\"reason\":\"x\"}";
            case "stock-counts" -> "{\"item\":\"NONE\",\"counted\":{\"amount\":1,\"unit\":\"pcs\"},\"reason\":\"x\"}";
            case "overtimes" ->
                "{\"from\":\"2026-01-07T13:00:00Z\",\"until\":\"2026-01-07T15:00:00Z\",\"reason\":\"x\"}";
            default -> "{\"machine\":\"NONE\",\"reason\":\"x\"}";
        };

        api.post(user, "/entries/" + kind, body).is(status);
    }

    @Test
    void warehouseWithdrawsItsOwnKindOnly() {
        long down = api.post("planner", "/entries/downtimes", "{\"machine\":\"LATHE-1\",\"reason\":\"Belt\"}")
                .is(201)
                .json()
                .at("/number")
                .asLong();

        api.post("warehouse", "/entries/" + down + "/withdraw", "{\"reason\":\"x\"}")
                .isProblem(403, "number");
    }

    private int entries() {
        return jdbc.sql("select count(*) from plan_journal")
                .query(Integer.class)
                .single();
    }

    private int seals() {
        return api.get("sales", "/stock/SEAL")
                .is(200)
                .json()
                .at("/onHand/amount")
                .asInt();
    }
}
