package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Plant;
import org.duebook.testing.Emptying;
import org.duebook.testing.Exactly;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What happens during the day and what it does to promised dates and fresh quotes, over HTTP, on the small plant with
 * nothing else in it, on Wednesday 2026-01-07 from 09:00 Berlin time.
 */
@WebTest
@TestPropertySource(properties = "duebook.home.folder=target/home-of-entries")
class EntriesFlowTest {

    private static final String PUMPS = """
            {"customer":"K-1","lines":[
            {"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"2026-01-09"}]}""";

    /** What an entry moves is to be told to the minute. */
    @DynamicPropertySource
    static void everythingGoesAsPlanned(DynamicPropertyRegistry properties) {
        properties.add(
                "duebook.rules.folder", () -> Exactly.rules("rules-of-entries").toString());
    }

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Plant plant;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Inventory inventory;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void nothingButThePlant() {
        clock.set(TestClock.START);
        Emptying.truncate(jdbc, """
                plan_journal, plan_entry_effect, plan_operation, plan_peg, plan_hold, production_order, downtime,
                    overtime, scheduled_receipt, stock_on_hand, quote, customer_order""");
        jdbc.sql("update plan_head set schedule = null, sequence = 0").update();
        SmallPlant.put(plant, catalog);
        SmallPlant.fillStore(inventory);
        planned();
    }

    @Test
    void downtimeMakesAPromisedLineLateAndTheMachinesReturnLessSo() {
        String order = promised(20);
        JsonNode asked = quoted(30);

        JsonNode down = entered("downtimes", """
                "machine":"COATER","until":"2026-01-14T13:00:00Z","reason":"Pump broken"}""");
        JsonNode whileDown = quoted(30);
        JsonNode back = entered("downtime-ends", """
                "machine":"COATER","at":"2026-01-08T07:00:00Z","reason":"Pump changed"}""");

        assertThat(down.at("/text").asString())
                .isEqualTo("COATER is down from Wed 7 Jan 2026 09:00 to Wed 14 Jan 2026 14:00");
        assertThat(down.at("/effect/moved").asInt()).isOne();
        // Twenty minutes of red, half an hour of change, an hour of blue.
        assertMoved(down, order, "NOW_LATE", "2026-01-07T10:30:00Z", "2026-01-15T06:50:00Z");
        assertThat(down.at("/effect/lines/0/text").asString())
                .isEqualTo(order
                        + "/1 is now late: there Sat 17 Jan 2026 instead of Fri 9 Jan 2026, promised Fri 9 Jan 2026");
        assertMoved(back, order, "LESS_LATE", "2026-01-15T06:50:00Z", "2026-01-08T08:50:00Z");
        assertThat(ends(asked)).isEqualTo("2026-01-08T05:30:00Z");
        assertThat(ends(whileDown)).isEqualTo("2026-01-15T09:50:00Z");
        assertThat(ends(quoted(30))).isEqualTo("2026-01-08T11:50:00Z");
    }

    @Test
    void withdrawnEntryCountsNoMoreAndStaysInTheBook() {
        String order = promised(20);
        JsonNode asked = quoted(30);
        JsonNode down = entered("downtimes", """
                "machine":"COATER","reason":"Pump broken"}""");
        JsonNode back = entered("downtime-ends", """
                "machine":"COATER","at":"2026-01-08T07:00:00Z","reason":"Pump changed"}""");

        JsonNode stillDown = withdrawn(back);
        JsonNode never = withdrawn(down);

        assertThat(down.at("/text").asString())
                .isEqualTo("COATER is down from Wed 7 Jan 2026 09:00 until further notice");
        assertMoved(
                back, order, "LESS_LATE", down.at("/effect/lines/0/endAfter").asString(), "2026-01-08T08:50:00Z");
        assertMoved(
                stillDown,
                order,
                "LATER",
                "2026-01-08T08:50:00Z",
                down.at("/effect/lines/0/endAfter").asString());
        assertThat(never.at("/effect/lines/0/change").asString()).isEqualTo("NO_LONGER_LATE");
        assertThat(never.at("/effect/lines/0/endAfter").asString()).isEqualTo("2026-01-07T10:30:00Z");
        assertThat(ends(quoted(30))).isEqualTo(ends(asked));
        List<JsonNode> book = api.get("sales", "/entries?day=2026-01-07")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .toList();
        assertThat(book)
                .extracting(entry -> entry.at("/kind").asString())
                .containsExactly("WITHDRAWAL", "WITHDRAWAL", "DOWNTIME_END", "DOWNTIME");
        assertThat(book.getLast().at("/withdrawnBy").asLong())
                .isEqualTo(never.at("/number").asLong());
        assertThat(book.getLast().at("/reason").asString()).isEqualTo("Pump broken");
    }

    @Test
    void overtimeAfterTheShiftBringsALateLineBackInTime() {
        String order = promised(20);
        entered("downtimes", """
                "machine":"COATER","until":"2026-01-07T13:00:00Z","reason":"Pump broken"}""");
        JsonNode asked = quoted(30);

        JsonNode extra = entered("overtimes", """
                "workCentre":"COAT","from":"2026-01-07T11:00:00Z","until":"2026-01-07T20:00:00Z","reason":"Catch up"}""");

        // The machine is down until 14:00; the two hours of overtime before that do not count.
        assertMoved(extra, order, "NO_LONGER_LATE", "2026-01-08T06:50:00Z", "2026-01-07T14:50:00Z");
        assertThat(ends(asked)).isEqualTo("2026-01-08T09:50:00Z");
        assertThat(ends(quoted(30))).isEqualTo("2026-01-07T17:50:00Z");
        assertMoved(withdrawn(extra), order, "NOW_LATE", "2026-01-07T14:50:00Z", "2026-01-08T06:50:00Z");
    }

    @Test
    void lateReceiptDelaysTheLineAndThePartThatCameServesIt() {
        inventory.putStock(SmallPlant.SEAL, SmallPlant.pieces(0));
        inventory.putReceipt(SmallPlant.receipt("RC-1", SmallPlant.SEAL, 200, "2026-01-08"));
        String order = promised(20);
        JsonNode asked = quoted(30);

        JsonNode late = entered("receipts", """
                "receipt":"RC-1","expected":"2026-01-12","reason":"Truck broke down"}""");
        JsonNode whileLate = quoted(30);
        JsonNode part = entered("receipts", """
                "receipt":"RC-1","arrived":{"amount":40,"unit":"pcs"},"expected":"2026-01-13","reason":"By courier"}""");

        assertThat(late.at("/text").asString())
                .isEqualTo("RC-1, SEAL: 200 pcs expected Mon 12 Jan 2026 instead of Thu 8 Jan 2026");
        assertMoved(late, order, "NOW_LATE", "2026-01-08T06:00:00Z", "2026-01-12T06:00:00Z");
        assertThat(ends(asked)).isEqualTo("2026-01-08T07:30:00Z");
        assertThat(ends(whileLate)).isEqualTo("2026-01-12T07:30:00Z");
        assertThat(part.at("/text").asString())
                .isEqualTo("RC-1, SEAL: 40 pcs arrived, 160 pcs expected Tue 13 Jan 2026");
        planned();
        assertMoved(part, order, "NO_LONGER_LATE", "2026-01-12T06:00:00Z", "2026-01-07T10:30:00Z");
        // The rest is expected on the 13th; bought today, seals are there on Monday the 12th.
        assertThat(ends(quoted(30))).isEqualTo("2026-01-12T06:30:00Z");
        JsonNode all = entered("receipts", """
                "receipt":"RC-1","arrived":{"amount":160,"unit":"pcs"},"reason":"The rest"}""");
        assertThat(all.at("/text").asString()).isEqualTo("RC-1, SEAL: 160 pcs arrived, nothing more to come");
        assertThat(ends(quoted(30))).isEqualTo("2026-01-08T05:30:00Z");
        assertThat(api.get("sales", "/stock/SEAL")
                        .is(200)
                        .json()
                        .at("/onHand/amount")
                        .asInt())
                .isEqualTo(200);
        assertMoved(withdrawn(all), "", "", "", "");
        assertMoved(withdrawn(part), order, "NOW_LATE", "2026-01-07T10:30:00Z", "2026-01-12T06:00:00Z");
        assertThat(api.get("sales", "/receipts/RC-1")
                        .is(200)
                        .json()
                        .at("/quantity/amount")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void stockThatIsNotThereIsBoughtAndWhatIsFoundAgainIsUsed() {
        String order = promised(20);
        JsonNode asked = quoted(30);

        JsonNode fewer = entered("stock-counts", """
                "item":"BAR","counted":{"amount":4,"unit":"pcs"},"reason":"Wrong shelf"}""");
        JsonNode afterwards = quoted(30);
        JsonNode found = entered("stock-counts", """
                "item":"BAR","counted":{"amount":20,"unit":"pcs"},"reason":"Found behind the saw"}""");

        assertThat(fewer.at("/text").asString()).isEqualTo("BAR: counted 4 pcs, booked 10000 pcs, 9996 pcs fewer");
        // Bought today, there on Saturday 17 January: two quarters of an hour and the coating from Monday 06:00.
        assertMoved(fewer, order, "NOW_LATE", "2026-01-07T10:30:00Z", "2026-01-19T07:30:00Z");
        planned();
        assertThat(ends(asked)).isEqualTo("2026-01-08T05:30:00Z");
        assertThat(ends(afterwards)).isGreaterThan("2026-01-19T07:30:00Z");
        assertMoved(found, order, "NO_LONGER_LATE", "2026-01-19T07:30:00Z", "2026-01-07T10:30:00Z");
        assertThat(withdrawn(found).at("/effect/lines/0/change").asString()).isEqualTo("NOW_LATE");
        assertThat(api.get("sales", "/stock/BAR")
                        .is(200)
                        .json()
                        .at("/onHand/amount")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void dateThatWasQuotedBeforeAnEntryIsAskedAgainWhenItIsConfirmed() {
        JsonNode inquiry = quoted(20);
        JsonNode held = quoted(10);
        String heldPath = "/quotes/" + held.at("/id").asString();
        api.post("sales", heldPath + "/hold", null).is(200);

        entered("downtimes", """
                "machine":"COATER","until":"2026-01-14T13:00:00Z","reason":"Pump broken"}""");

        Api.Answer moved = api.post("sales", "/quotes/" + inquiry.at("/id").asString() + "/confirm", null)
                .is(409);
        assertThat(moved.json().at("/quote/lines/0/date").asString()).isEqualTo("2026-01-17");
        Api.Answer lost = api.post("sales", heldPath + "/confirm", null).is(409);
        assertThat(lost.json().at("/quote/lines/0/date").asString()).isEqualTo("2026-01-17");
    }

    @Test
    void startedWorkStaysOnItsMachineAndTheNextPlanMovesTheRestAround() {
        promised(20);
        String order = promised(30);
        JsonNode first = started("LATHE-1");
        clock.set(Instant.parse("2026-01-07T08:10:00Z"));

        JsonNode down = entered("downtimes", """
                "machine":"LATHE-1","reason":"Belt"}""");
        JsonNode waits = scheduled(first.at("/operations/0/id").asString());
        planned();

        // None of its forty minutes was reported done; they wait for the machine, whenever that is.
        assertThat(waits.at("/start").asString()).isEqualTo("2026-01-07T08:00:00Z");
        assertThat(waits.at("/end").asString()).isGreaterThan("2026-04-01");
        assertThat(down.at("/effect/lines").size()).isPositive();
        JsonNode stays = scheduled(first.at("/operations/0/id").asString());
        assertThat(stays.at("/machine").asString()).isEqualTo("LATHE-1");
        assertThat(stays.at("/start").asString()).isEqualTo("2026-01-07T08:00:00Z");
        assertThat(scheduled(made(order, "SHAFT").at("/operations/0/id").asString())
                        .at("/machine")
                        .asString())
                .isEqualTo("LATHE-2");
        entered("downtime-ends", """
                "machine":"LATHE-1","at":"2026-01-07T09:10:00Z","reason":"New belt"}""");
        assertThat(scheduled(first.at("/operations/0/id").asString()).at("/end").asString())
                .isEqualTo("2026-01-07T09:50:00Z");
        planned();
    }

    /** Starts the first shaft turning that the plan has on a machine. */
    private JsonNode started(String machine) {
        String operation = api.get("sales", "/schedules/published")
                .is(200)
                .json()
                .at("/operations")
                .valueStream()
                .filter(each -> each.at("/machine").asString().equals(machine))
                .findFirst()
                .orElseThrow()
                .at("/operation")
                .asString();
        return api.post(
                        "floor",
                        "/operations/" + operation + "/progress",
                        "{\"machine\":\"" + machine + "\",\"good\":{\"amount\":0,\"unit\":\"pcs\"}}")
                .is(200)
                .json();
    }

    @Test
    void scrappedPartsAreMadeAgainBeforeWhatConsumesThem() {
        String order = promised(20);
        JsonNode turned = made(order, "SHAFT");

        JsonNode report = reported(turned, 0, "LATHE-1", 15, 5, true);

        JsonNode again = api.get("sales", "/production-orders?order=" + order)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> !each.at("/madeAgainFor").isMissingNode())
                .findFirst()
                .orElseThrow();
        assertThat(again.at("/madeAgainFor").asString())
                .isEqualTo(turned.at("/operations/0/id").asString());
        assertThat(again.at("/quantity/amount").asInt()).isEqualTo(5);
        assertThat(again.at("/parent").asString())
                .isEqualTo(turned.at("/parent").asString());
        assertThat(again.at("/promisedEnd").asString())
                .isEqualTo(turned.at("/promisedEnd").asString());
        // Red until 9:20 for what was good and 9:25 for the rest; half an hour of change, an hour of blue.
        assertThat(report.at("/effect/moved").asInt()).isOne();
        assertThat(operationEnds(made(order, "PUMP"))).isEqualTo("2026-01-07T09:55:00Z");
        assertThat(operationEnds(again)).isEqualTo("2026-01-07T08:25:00Z");
        assertThat(report.at("/text").asString())
                .isEqualTo(
                        turned.at("/operations/0/id").asString() + " on LATHE-1: 15 pcs good, 5 pcs scrap, finished");
        api.post(
                        "floor",
                        "/operations/" + turned.at("/operations/1/id").asString() + "/progress",
                        "{\"machine\":\"COATER\",\"good\":{\"amount\":16,\"unit\":\"pcs\"}}")
                .isProblem(422, "good");
        planned();
        assertThat(operationEnds(made(order, "PUMP"))).isEqualTo("2026-01-07T09:55:00Z");
    }

    @Test
    void scrapOfTheLastOperationMakesTheLineLateAndLeavesItsBalance() {
        String order = promised(20);
        JsonNode shafts = made(order, "SHAFT");
        JsonNode pumps = made(order, "PUMP");
        reported(shafts, 0, "LATHE-1", 20, 0, true);
        reported(shafts, 1, "COATER", 20, 0, true);
        reported(pumps, 0, "COATER", 0, 0, false);
        clock.set(Instant.parse("2026-01-07T11:50:00Z"));

        JsonNode report = reported(pumps, 0, "COATER", 5, 15, true);

        // At 12:50 the line is blue: red until 13:35, blue from 6:05 the next morning for three quarters of an hour.
        assertMoved(report, order, "NOW_LATE", "2026-01-07T12:50:00Z", "2026-01-08T05:50:00Z");
        JsonNode late = api.get(
                        "sales",
                        "/schedules/"
                                + api.get("sales", "/schedules/published")
                                        .is(200)
                                        .json()
                                        .at("/id")
                                        .asString() + "/late-lines")
                .is(200)
                .json();
        assertThat(late.at("/items/0/madeAgain/0/lostBy").asString())
                .isEqualTo(pumps.at("/operations/0/id").asString());
        assertThat(late.at("/items/0/madeAgain/0/quantity/amount").asInt()).isEqualTo(15);
        JsonNode row =
                api.get("sales", "/balance-sheet?item=PUMP").is(200).json().at("/items/0");
        assertThat(row.at("/balance/amount").asInt()).isEqualTo(20);
        assertThat(api.get("sales", "/stock/PUMP")
                        .is(200)
                        .json()
                        .at("/reserved/amount")
                        .asInt())
                .isEqualTo(5);
    }

    private JsonNode made(String order, String item) {
        return api.get("sales", "/production-orders?order=" + order)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/item").asString().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode reported(JsonNode made, int operation, String machine, int good, int scrap, boolean finished) {
        return api.post(
                        "floor",
                        "/operations/"
                                + made.at("/operations/" + operation + "/id").asString() + "/progress",
                        """
                        {"machine":"%s","good":{"amount":%d,"unit":"pcs"},"scrap":{"amount":%d,"unit":"pcs"},"finished":%s}""".formatted(machine, good, scrap, finished))
                .is(200)
                .json()
                .at("/entry");
    }

    /** When the last operation of a production order ends by the published plan. */
    private String operationEnds(JsonNode made) {
        return scheduled(made.at("/operations/" + (made.at("/operations").size() - 1) + "/id")
                        .asString())
                .at("/end")
                .asString();
    }

    private JsonNode scheduled(String operation) {
        return api.get("sales", "/schedules/published")
                .is(200)
                .json()
                .at("/operations")
                .valueStream()
                .filter(each -> each.at("/operation").asString().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private void planned() {
        String run = api.post("planner", "/planning-runs", "{\"limitSeconds\":1,\"publishWhenDone\":true}")
                .is(202)
                .json()
                .at("/id")
                .asString();
        api.get("planner", "/planning-runs/" + run + "/events", "Accept", "text/event-stream")
                .is(200);
        JsonNode over = api.get("planner", "/planning-runs/" + run).is(200).json();
        assertThat(over.at("/status").asString()).as(over.toString()).isEqualTo("FINISHED");
        assertThat(over.at("/schedule"))
                .as(over.toString())
                .isEqualTo(api.get("planner", "/schedules/published")
                        .is(200)
                        .json()
                        .at("/id"));
    }

    private JsonNode entered(String kind, String fields) {
        return api.post("planner", "/entries/" + kind, "{" + fields).is(201).json();
    }

    private JsonNode withdrawn(JsonNode entry) {
        return api.post("planner", "/entries/" + entry.at("/number") + "/withdraw", "{\"reason\":\"Mistyped\"}")
                .is(201)
                .json();
    }

    /** The one line an entry made late or better; an empty order stands for none. */
    private static void assertMoved(JsonNode entry, String order, String change, String before, String after) {
        JsonNode lines = entry.at("/effect/lines");
        if (order.isEmpty()) {
            assertThat(lines.size()).as(lines.toString()).isZero();
            return;
        }
        assertThat(lines.size()).as(lines.toString()).isOne();
        JsonNode line = lines.get(0);
        assertThat(line.at("/order").asString()).isEqualTo(order);
        assertThat(line.at("/change").asString()).isEqualTo(change);
        assertThat(line.at("/endBefore").asString()).isEqualTo(before);
        assertThat(line.at("/endAfter").asString()).isEqualTo(after);
    }

    private static String ends(JsonNode quote) {
        return quote.at("/lines/0/productionEnd").asString();
    }

    private String promised(int pumps) {
        String quote = "/quotes/" + quoted(pumps).at("/id").asString();
        return api.post("sales", quote + "/confirm", null)
                .is(201)
                .json()
                .at("/order/number")
                .asString();
    }

    private JsonNode quoted(int pumps) {
        return api.post("sales", "/quotes", PUMPS.formatted(pumps)).is(201).json();
    }
}
