package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class MasterDataTest {

    private static final String CUSTOMER = """
            {"number":"%s","name":"%s","country":"NL","status":"ACTIVE","contractClass":"A",
            "creditLimit":{"amount":500,"currency":"EUR"},"paymentTermsDays":30,"shipTos":[
            {"code":"MAIN","name":"Works","address":"Kade 1","country":"NL","transitDays":2}]}""";

    @Autowired
    private Api api;

    @Test
    void customerIsPutReadChangedUnderItsEtag() {
        Api.Answer made = api.put("planner", "/customers/C-100", CUSTOMER.formatted("C-100", "First"))
                .is(200);
        assertThat(made.header("Saved")).isEqualTo("CREATED");

        String etag = api.get("sales", "/customers/C-100").is(200).etag();
        assertThat(etag).isEqualTo(made.header("ETag"));
        Api.Answer changed = api.put(
                        "planner", "/customers/C-100", CUSTOMER.formatted("C-100", "Second"), "If-Match", etag)
                .is(200);

        assertThat(changed.header("Saved")).isEqualTo("CHANGED");
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
        assertThat(api.get("sales", "/customers/C-100").json().at("/name").asString())
                .isEqualTo("Second");
        api.put("planner", "/customers/C-100", CUSTOMER.formatted("C-100", "Third"), "If-Match", etag)
                .isProblem(412, "If-Match");
        api.put("planner", "/customers/C-100", CUSTOMER.formatted("C-100", "Third"))
                .isProblem(428, "If-Match");
        api.put("planner", "/customers/C-101", CUSTOMER.formatted("C-101", "New"), "If-Match", etag)
                .isProblem(412, "If-Match");
    }

    @Test
    void numberInBodyMustBeTheOneInTheAddress() {
        api.put("planner", "/customers/C-200", CUSTOMER.formatted("C-201", "Other"))
                .isProblem(422, "number");
    }

    @Test
    void numberWithASlashIsReachable() {
        api.put("planner", "/customers/C%2F1", CUSTOMER.formatted("C/1", "Slash"))
                .is(200);

        assertThat(api.get("sales", "/customers/C%2F1")
                        .is(200)
                        .json()
                        .at("/number")
                        .asString())
                .isEqualTo("C/1");
    }

    @Test
    void listIsReadOnByItsCursor() {
        for (String number : new String[] {"L-1", "L-2", "L-3"}) {
            api.put("planner", "/customers/" + number, CUSTOMER.formatted(number, "Listed"))
                    .is(200);
        }

        Api.Answer first = api.get("sales", "/customers?after=L-0&limit=2").is(200);
        Api.Answer rest = api.get(
                        "sales",
                        "/customers?limit=2&after=" + first.json().at("/next").asString())
                .is(200);

        assertThat(first.json().at("/items").size()).isEqualTo(2);
        assertThat(rest.json().at("/items/0/number").asString()).isEqualTo("L-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items",
                "/items/PUMP",
                "/items/PUMP/bill",
                "/items/PUMP/routing",
                "/work-centres",
                "/work-centres/TURN",
                "/calendars",
                "/calendars/DAY",
                "/changeovers",
                "/changeovers/COAT",
                "/stock",
                "/stock/BAR",
                "/receipts",
                "/customers/K-1/credit",
                "/balance-sheet",
                "/planning-runs",
                "/production-orders",
                "/quotes",
                "/rule-sets"
            })
    void everyReadKeepsTheContract(String path) {
        api.get("analyst", path).is(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/items/NONE, number",
        "/items/NONE/bill, number",
        "/work-centres/NONE, code",
        "/calendars/NONE, code",
        "/changeovers/NONE, code",
        "/stock/NONE, number",
        "/receipts/NONE, number",
        "/production-orders/NONE, number",
        "/quotes/0b6f2f0c-5d0c-4a51-8f3e-0a4f5f6c7d10, id",
        "/planning-runs/0b6f2f0c-5d0c-4a51-8f3e-0a4f5f6c7d10, id",
        "/schedules/0b6f2f0c-5d0c-4a51-8f3e-0a4f5f6c7d10, id",
        "/orders/NONE/history, number"
    })
    void whatIsNotThereIsNotFound(String path, String field) {
        api.get("analyst", path).isProblem(404, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /items/PUMP/bill     | {"lines":[{"component":"NONE","perUnit":{"amount":1,"unit":"pcs"},"operation":10}]} | lines[0].component
            /items/SHAFT/bill    | {"lines":[{"component":"PUMP","perUnit":{"amount":1,"unit":"pcs"},"operation":10}]} | lines[0].component
            /items/PUMP/bill     | {"lines":[{"component":"SEAL","perUnit":{"amount":1,"unit":"kg"},"operation":10}]} | lines[0].perUnit.unit
            /items/PUMP/bill     | {"lines":[{"component":"SEAL","perUnit":{"amount":0,"unit":"pcs"},"operation":10}]} | lines[0].perUnit.amount
            /items/PUMP/routing  | {"steps":[{"sequence":10,"name":"A","workCentre":"NONE","setupState":"","runPerUnit":"PT1M","runPerBatch":"PT0S","transfer":"PT0S"}]} | steps[0].workCentre
            /items/PUMP/routing  | {"steps":[{"sequence":10,"name":"A","workCentre":"COAT","setupState":"","runPerUnit":"PT1M","runPerBatch":"PT0S","transfer":"PT0S","alternates":[{"machine":"LATHE-1","timeFactor":1}]}]} | steps[0].alternates[0].machine
            /work-centres/TURN   | {"code":"TURN","name":"Turning","machines":[]} | machines
            /work-centres/TURN   | {"code":"TURN","name":"Turning","machines":[{"code":"LATHE-1","name":"L","calendar":"NONE"}]} | machines[0].calendar
            /changeovers/COAT    | {"workCentre":"COAT","rows":[{"from":"*","to":"*","time":"PT1M"},{"from":"*","to":"*","time":"PT2M"}]} | rows[1]
            /stock/BAR           | {"onHand":{"amount":1,"unit":"kg"}} | onHand.unit
            /receipts/R-1        | {"number":"R-1","item":"NONE","quantity":{"amount":1,"unit":"pcs"},"expected":"2026-02-02"} | item
            /receipts/R-1        | {"number":"R-1","item":"BAR","quantity":{"amount":0,"unit":"pcs"},"expected":"2026-02-02"} | quantity.amount
            /customers/C-300     | {"number":"C-300","name":"A","country":"NL","status":"ACTIVE","contractClass":"A","creditLimit":{"amount":-1,"currency":"EUR"},"paymentTermsDays":3,"shipTos":[]} | creditLimit.amount
            /customers/C-300     | {"number":"C-300","name":"A","country":"NL","status":"ACTIVE","contractClass":"A","creditLimit":{"amount":1,"currency":"XQX"},"paymentTermsDays":3,"shipTos":[]} | creditLimit.currency
            """)
    void whatNamesNothingIsRefused(String path, String body, String field) {
        String etag = "*";
        Api.Answer answer = api.get("planner", path);
        Api.Answer refused = answer.status() == 404
                ? api.put("planner", path, body)
                : api.put("planner", path, body, "If-Match", etag);

        refused.isProblem(422, field);
    }

    @Test
    void whatWasReadCanBePutBackUnchanged() {
        for (String path : new String[] {
            "/items/PUMP",
            "/items/PUMP/bill",
            "/items/PUMP/routing",
            "/work-centres/TURN",
            "/calendars/DAY",
            "/changeovers/COAT",
            "/customers/K-1"
        }) {
            Api.Answer read = api.get("planner", path).is(200);

            Api.Answer put = api.put("planner", path, read.text(), "If-Match", read.etag())
                    .is(200);

            assertThat(put.header("Saved")).as(path).isEqualTo("UNCHANGED");
            assertThat(put.header("ETag")).as(path).isEqualTo(read.header("ETag"));
        }
    }

    @Test
    void receiptsAndStockAreKept() {
        api.put(
                        "planner",
                        "/receipts/R-7",
                        "{\"number\":\"R-7\",\"item\":\"BAR\",\"quantity\":{\"amount\":50,\"unit\":\"pcs\"},\"expected\":\"2026-02-02\",\"supplier\":\"Steel Ltd\"}")
                .is(200);
        assertThat(api.get("sales", "/receipts/R-7")
                        .is(200)
                        .json()
                        .at("/quantity/amount")
                        .asInt())
                .isEqualTo(50);

        String etag = api.get("planner", "/stock/SEAL").is(200).etag();
        api.put("planner", "/stock/SEAL", "{\"onHand\":{\"amount\":9999.5,\"unit\":\"pcs\"}}", "If-Match", etag)
                .is(200);
        assertThat(api.get("sales", "/stock/SEAL").json().at("/onHand/amount").decimalValue())
                .isEqualByComparingTo("9999.5");
    }
}
