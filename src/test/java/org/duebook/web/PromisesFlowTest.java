package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Plant;
import org.duebook.testing.Emptying;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Promises that the plan cannot keep, decided over HTTP, and how promises were kept, on the small plant with nothing else in
 * it, on Wednesday 2026-01-07 from 09:00 Berlin time. Twenty pumps end at 11:30 and are two days on the road.
 */
@WebTest
@TestPropertySource(properties = "duebook.home.folder=target/home-of-entries")
class PromisesFlowTest {

    private static final String PUMPS = """
            {"customer":"K-1","lines":[
            {"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"2026-01-09"}]}""";

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
    void promiseThatCannotBeKeptIsNotMovedButStandsToBeDecided() {
        String order = promised(20);
        assertThat(atRisk().size()).isZero();

        down("2026-01-14T13:00:00Z");
        planned();

        JsonNode risk = atRisk().get(0);
        assertThat(promiseOf(order).at("/current").asString()).isEqualTo("2026-01-09");
        assertThat(risk.at("/promise/order").asString()).isEqualTo(order);
        assertThat(risk.at("/promise/current").asString()).isEqualTo("2026-01-09");
        assertThat(risk.at("/projected").asString()).isEqualTo("2026-01-17");
        assertThat(risk.at("/daysLate").asInt()).isEqualTo(8);
        assertThat(risk.at("/owed/amount").asInt()).isEqualTo(20);
        assertThat(risk.at("/undecided").asBoolean()).isTrue();
        assertThat(risk.at("/causes")
                        .valueStream()
                        .map(cause -> cause.at("/kind").asString() + ": "
                                + cause.at("/text").asString()))
                .contains("DOWNTIME: COATER is down from Wed 7 Jan 09:00 until Wed 14 Jan 14:00: Pump broken");
    }

    @Test
    void anotherDayIsPromisedWithAReasonAndTheFirstOneStaysOnTheBooks() {
        String order = promised(20);
        down("2026-01-14T13:00:00Z");

        String proposed = atRisk().get(0).at("/proposed").asString();
        assertThat(proposed).isGreaterThanOrEqualTo("2026-01-17");

        JsonNode decided = decided(
                order,
                1,
                "REVISE",
                "\"reason\":\"coating line down, agreed by telephone\",\"promised\":\"" + proposed + "\"");

        assertThat(decided.at("/first").asString()).isEqualTo("2026-01-09");
        assertThat(decided.at("/current").asString()).isEqualTo(proposed);
        assertThat(decided.at("/revisions/1/reason").asString()).isEqualTo("coating line down, agreed by telephone");
        assertThat(decided.at("/revisions/1/by").asString()).isEqualTo("sales");
        assertThat(atRisk().size()).isZero();
        JsonNode row =
                api.get("sales", "/balance-sheet?item=PUMP").is(200).json().at("/items/0");
        assertThat(row.at("/promised").asString()).isEqualTo(proposed);
        assertThat(row.at("/firstPromised").asString()).isEqualTo("2026-01-09");
        assertThat(row.at("/daysLate").asInt()).isZero();
        assertThat(api.get("sales", "/orders/" + order + "/history").is(200).text())
                .contains("PROMISE_REVISED", proposed + " instead of 2026-01-09");
        // The new day is what the plan and the next quote count on.
        planned();
        assertThat(atRisk().size()).isZero();
    }

    @Test
    void keptPromiseIsChasedUntilItBecomesWorse() {
        String order = promised(20);
        down("2026-01-14T13:00:00Z");

        decided(order, 1, "KEEP", "\"reason\":\"weekend shift is being arranged\"");

        JsonNode kept = atRisk().get(0);
        assertThat(kept.at("/promise/current").asString()).isEqualTo("2026-01-09");
        assertThat(kept.at("/undecided").asBoolean()).isFalse();
        assertThat(kept.at("/kept/0/reason").asString()).isEqualTo("weekend shift is being arranged");
        assertThat(kept.at("/kept/0/projected").asString()).isEqualTo("2026-01-17");
        assertThat(api.get("sales", "/promises/at-risk?undecided=true")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        down("2026-01-20T13:00:00Z");
        assertThat(atRisk().get(0).at("/undecided").asBoolean()).isTrue();
    }

    @Test
    void whatCannotBeDecidedIsRefusedWithItsReason() {
        String order = promised(20);
        down("2026-01-14T13:00:00Z");

        String reason = "\"reason\":\"agreed\"";
        decide("sales", order, 1, "REVISE", reason + ",\"promised\":\"2026-01-06\"")
                .isProblem(422, "promised");
        decide("sales", order, 1, "REVISE", reason + ",\"promised\":\"2026-01-16\"")
                .isProblem(422, "promised");
        decide("sales", order, 1, "REVISE", reason + ",\"promised\":\"2036-01-16\"")
                .isProblem(422, "promised");
        decide("sales", order, 1, "REVISE", reason).isProblem(422, "promised");
        decide("sales", order, 1, "REVISE", "\"reason\":\" \",\"promised\":\"2026-01-20\"")
                .isProblem(422, "reason");
        decide("sales", order, 1, "REVISE", reason + ",\"promised\":\"2026-01-20\",\"release\":2")
                .isProblem(404, "line");
        decide("sales", "SO-0", 1, "KEEP", reason).isProblem(404, "line");
        decide("floor", order, 1, "KEEP", reason).is(403);
        decide("sales", order, 1, "LATER", reason).is(400);
        assertThat(promiseOf(order).at("/revisions").size()).isOne();
    }

    @Test
    void orderThatLostItsPlaceWhileItWaitedForApprovalIsAtRiskForTheDayItWasQuoted() {
        JsonNode quote =
                api.post("sales", "/quotes", PUMPS.formatted(1_000)).is(201).json();
        JsonNode waiting = api.post("sales", "/quotes/" + quote.at("/id").asString() + "/confirm", null)
                .is(201)
                .json();
        String order = waiting.at("/order/number").asString();
        assertThat(waiting.at("/order/status").asString()).isEqualTo("HELD");
        down("2026-03-14T13:00:00Z");

        api.post("boss", "/orders/" + order + "/approvals", "{\"hold\":1,\"resolution\":\"GRANTED\"}")
                .is(200);

        JsonNode promise = promiseOf(order);
        assertThat(promise.at("/current").asString())
                .as(promise.toString())
                .isEqualTo(quote.at("/date").asString());
        JsonNode risk = atRisk().get(0);
        assertThat(risk.at("/promise/order").asString()).isEqualTo(order);
        assertThat(risk.at("/promise/current").asString())
                .isEqualTo(quote.at("/date").asString());
        assertThat(risk.at("/proposed").asString())
                .isGreaterThan(quote.at("/date").asString());
        assertThat(risk.at("/causes").size()).isPositive();
        assertThat(risk.at("/undecided").asBoolean()).isTrue();
    }

    @Test
    void promiseThatCanBeKeptByNowIsLeftAsItIs() {
        String order = promised(20);
        JsonNode down = down("2026-01-14T13:00:00Z");
        api.post("planner", "/entries/" + down.at("/number") + "/withdraw", "{\"reason\":\"It was a fuse\"}")
                .is(201);

        JsonNode refused = decide("sales", order, 1, "REVISE", "\"reason\":\"agreed\",\"promised\":\"2026-01-20\"")
                .isProblem(409, "release")
                .json();

        assertThat(refused.at("/promise/current").asString()).isEqualTo("2026-01-09");
        assertThat(refused.has("atRisk")).isFalse();
    }

    @Test
    void deliveredLineHasNothingToDecide() {
        String order = promised(20);
        down("2026-01-14T13:00:00Z");
        inventory.putStock(SmallPlant.PUMP, SmallPlant.pieces(20));
        deliver(order, 20, "2026-01-07");

        decide("sales", order, 1, "KEEP", "\"reason\":\"agreed\"").isProblem(422, "order");

        assertThat(atRisk().size()).isZero();
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherSeesWhatHolds() throws Exception {
        String order = promised(20);
        down("2026-01-14T13:00:00Z");

        List<Callable<Api.Answer>> both = List.of(
                () -> decide("sales", order, 1, "REVISE", "\"reason\":\"by sales\",\"promised\":\"2026-01-20\""),
                () -> decide(
                        "planner", order, 1, "REVISE", "\"reason\":\"by the planner\",\"promised\":\"2026-01-21\""));
        List<Api.Answer> answers;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            answers = pool.invokeAll(both).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        String promised = promiseOf(order).at("/current").asString();
        Api.Answer loser = answers.get(answers.get(0).status() == 409 ? 0 : 1);
        assertThat(loser.json().at("/promise/current").asString()).isEqualTo(promised);
        assertThat(promiseOf(order).at("/revisions").size()).isEqualTo(2);
    }

    @Test
    void whatIsMadeButNotDeliveredByItsDayIsAtRisk() {
        inventory.putStock(SmallPlant.PUMP, SmallPlant.pieces(20));
        String order = promised(20);
        clock.set(Instant.parse("2026-01-12T09:00:00Z"));

        JsonNode risk = atRisk().get(0);

        assertThat(risk.at("/promise/order").asString()).isEqualTo(order);
        assertThat(risk.at("/causes/0/kind").asString()).isEqualTo("NOT_DELIVERED");
        assertThat(risk.at("/projected").asString()).isEqualTo("2026-01-14");
    }

    @Test
    void linesCountOnceTheyAreDeliveredInFullAgainstBothDates() {
        inventory.putStock(SmallPlant.PUMP, SmallPlant.pieces(100));
        String inTime = promised(20);
        String inParts = promised(21);
        String cancelled = promised(22);
        String owed = promised(23);
        clock.set(Instant.parse("2026-01-08T09:00:00Z"));
        deliver(inTime, 20, "2026-01-08");
        deliver(inParts, 15, "2026-01-08");
        deliver(cancelled, 5, "2026-01-08");
        clock.set(Instant.parse("2026-02-12T09:00:00Z"));
        decided(inParts, 1, "REVISE", "\"reason\":\"agreed\",\"promised\":\"2026-02-16\"");
        deliver(inParts, 6, "2026-02-12");
        api.post("sales", "/orders/" + cancelled + "/cancel", "{\"reason\":\"withdrawn\"}")
                .is(200);

        JsonNode measure = api.get("sales", "/measures/promises?from=2026-01-01&to=2026-02-28&item=PUMP")
                .is(200)
                .json();

        // In parts: promised for 9 January first, for 16 February last, there on 12 February.
        JsonNode all = measure.at("/total");
        assertThat(all.at("/lines").asInt()).isEqualTo(2);
        assertThat(all.at("/revised").asInt()).isOne();
        assertThat(all.at("/onTimeFirst").asInt()).isOne();
        assertThat(all.at("/onTimeLast").asInt()).isEqualTo(2);
        assertThat(all.at("/shareFirst").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/meanDaysFirst").asDouble()).isEqualTo(16.5);
        assertThat(all.at("/meanDaysLast").asDouble()).isEqualTo(-2.5);
        assertThat(all.at("/meanQuotedDays").asDouble()).isEqualTo(2);
        assertThat(all.at("/meanActualDays").asDouble()).isEqualTo(18.5);
        assertThat(measure.at("/months")
                        .valueStream()
                        .map(month -> month.at("/month").asString() + " "
                                + month.at("/kept/lines").asInt()))
                .containsExactly("2026-01 1", "2026-02 1");
        assertThat(measure.at("/months/1/kept/meanDaysFirst").asDouble()).isEqualTo(34);
        assertThat(measure.at("/overdue").asInt()).isOne();
        assertThat(api.get("sales", "/measures/promises?customer=K-2")
                        .is(200)
                        .json()
                        .at("/total/lines")
                        .asInt())
                .isZero();
        assertThat(atRisk().valueStream().map(risk -> risk.at("/promise/order").asString()))
                .containsExactly(owed);
    }

    @Test
    void measureWithDaysTheWrongWayRoundOrTooManyIsRefused() {
        api.get("sales", "/measures/promises?from=2026-02-01&to=2026-01-01").isProblem(422, "from");
        api.get("sales", "/measures/promises?from=1990-01-01&to=2026-01-01").isProblem(422, "from");
        api.get("sales", "/measures/promises?from=soon").isProblem(400, "from");
        JsonNode usual = api.get("sales", "/measures/promises").is(200).json();
        assertThat(usual.at("/from").asString()).isEqualTo("2025-02-01");
        assertThat(usual.at("/to").asString()).isEqualTo("2026-01-07");
        assertThat(usual.at("/months").size()).isEqualTo(12);
    }

    private JsonNode atRisk() {
        return api.get("planner", "/promises/at-risk").is(200).json().at("/items");
    }

    private JsonNode promiseOf(String order) {
        return api.get("sales", "/orders/" + order).is(200).json().at("/lines/0/promise");
    }

    private JsonNode decided(String order, int version, String decision, String fields) {
        return decide("sales", order, version, decision, fields).is(200).json();
    }

    private Api.Answer decide(String user, String order, int version, String decision, String fields) {
        return api.post(user, "/promises/decisions", """
                {"order":"%s","line":1,"version":%d,"decision":"%s",%s}""".formatted(order, version, decision, fields));
    }

    private void deliver(String order, int pumps, String on) {
        api.post("sales", "/deliveries", """
                {"order":"%s","line":1,"quantity":{"amount":%d,"unit":"pcs"},"deliveredOn":"%s"}""".formatted(order, pumps, on)).is(201);
    }

    private JsonNode down(String until) {
        return api.post("planner", "/entries/downtimes", """
                {"machine":"COATER","until":"%s","reason":"Pump broken"}""".formatted(until))
                .is(201)
                .json();
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
    }

    private String promised(int pumps) {
        JsonNode quote =
                api.post("sales", "/quotes", PUMPS.formatted(pumps)).is(201).json();
        return api.post("sales", "/quotes/" + quote.at("/id").asString() + "/confirm", null)
                .is(201)
                .json()
                .at("/order/number")
                .asString();
    }
}
