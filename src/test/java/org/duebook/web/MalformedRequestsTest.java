package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class MalformedRequestsTest {

    @Autowired
    private Api api;

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":"ten","unit":"pcs"},"requested":"2026-03-20"}]} | lines[0].quantity.amount | ten
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":"10","unit":"pcs"},"requested":"2026-03-20"}]}  | lines[0].quantity.amount | 10
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1e999999999,"unit":"pcs"},"requested":"2026-03-20"}]} | lines[0].quantity.amount | 1E+999999999
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":0.0000001,"unit":"pcs"},"requested":"2026-03-20"}]} | lines[0].quantity.amount | 1E-7
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":-1,"unit":"pcs"},"requested":"2026-03-20"}]} | lines[0].quantity.amount | -1
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"PIECES!"},"requested":"2026-03-20"}]} | lines[0].quantity.unit | PIECES!
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":[1],"requested":"2026-03-20"}]} | lines[0].quantity | [1]
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":"20 March"}]} | lines[0].requested | 20 March
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":"2026-02-30"}]} | lines[0].requested | 2026-02-30
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":"+999999999-01-01"}]} | lines[0].requested | +999999999-01-01
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":[2026,3,20]}]} | lines[0].requested | [2026,3,20]
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"}}]} | lines[0].requested | nothing
                    {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":null}]} | lines[0].requested | null
                    {"customer":"K-1","lines":[null]} | lines[0] | null
                    {"customer":"K-1","lines":{}} | lines | {}
                    {"customer":"K-1","lines":[]} | lines | 0 entries
                    {"customer":7,"lines":[]} | customer | 7
                    {"customer":"k 1","lines":[{"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":"2026-03-20"}]} | customer | k 1
                    {"customer":"K-1","lines":[],"clerk":"a\\u0000b"} | clerk | a\u0000b
                    {"customer":"K-1","lines":[],"clerk":"\\ud800"} | clerk | \ud800
                    {"customer":"K-1","lines":[],"colour":"red"} | colour | red
                    {"customer":"K-1","lines":[],"type":"NICE"} | type | NICE
                    {"customer":"K-1","lines":[],"type":1} | type | 1
                    {"customer":"K-1","lines":[],"priority":"5"} | priority | 5
                    {"customer":"K-1","lines":[],"priority":5.5} | priority | 5.5
                    {"customer":"K-1","lines":[],"priority":99999999999} | priority | 99999999999
                    {"customer":"K-1","lines":[],"priority":12} | lines | 0 entries
                    [] | body | []
                    "order" | body | order
                    7 | body | 7
                    """)
    void valueThatBreaksTheContractIsNamedWithItsPath(String body, String field, String found) {
        Api.Answer answer = api.post("sales", "/orders", body);

        answer.is(400);
        assertThat(answer.json().at("/errors").valueStream()).as(answer.text()).anySatisfy(fault -> {
            assertThat(fault.at("/field").asString()).isEqualTo(field);
            assertThat(fault.at("/wanted").asString()).isNotBlank();
            assertThat(fault.at("/cure").asString()).isNotBlank();
        });
    }

    @Test
    void valueFoundIsToldBack() {
        Api.Answer answer = api.post("sales", "/orders", """
                {"customer":"K-1","lines":[{"item":"PUMP","quantity":{"amount":"ten","unit":"pcs"},"requested":"2026-03-20"}]}""");

        answer.isProblem(400, "lines[0].quantity.amount");
        assertThat(answer.found()).isEqualTo("ten");
        assertThat(answer.json().at("/errors/0/wanted").asString()).isEqualTo("a number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"customer":"K-1" | well-formed JSON
            {"customer":"K-1","customer":"K-2","lines":[]} | each field once
            {"customer":"K-1","lines":[]} trailing | well-formed JSON
            '' | a JSON object
            {'customer':1} | well-formed JSON
            """)
    void brokenJsonIsRefusedWithItsPlace(String body, String wanted) {
        Api.Answer answer = api.post("sales", "/orders", body == null ? "" : body);

        answer.is(400);
        assertThat(answer.json().at("/errors/0/wanted").asString())
                .as(answer.text())
                .isEqualTo(wanted);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        api.post("sales", "/orders", "[".repeat(5000)).is(400);
    }

    @Test
    void bodyBeyondTheLimitIsTooLarge() {
        String huge = "{\"customer\":\"K-1\",\"clerk\":\"" + "x".repeat(3_000_000) + "\",\"lines\":[]}";

        api.post("sales", "/orders", huge).isProblem(413, "body");
    }

    @Test
    void otherMediaTypesAreRefused() {
        api.post("sales", "/orders", "customer=K-1", "Content-Type", "application/x-www-form-urlencoded")
                .isProblem(415, "Content-Type");
        api.post("sales", "/orders", "<a/>", "Content-Type", "application/xml").isProblem(415, "Content-Type");
        api.get("sales", "/orders", "Accept", "image/png").isProblem(406, "Accept");
        api.get("sales", "/balance-sheet", "Accept", "image/png").isProblem(406, "Accept");
    }

    @Test
    void unknownMethodIsNotAllowed() {
        Api.Answer answer = api.send("sales", "DELETE", "/orders", null);

        answer.isProblem(405, "method");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void unknownAddressIsNotFound() {
        Api.Answer answer = api.raw("GET", "/api/v1/nothing", new byte[0], "Authorization", boss());

        answer.isProblem(404, "path");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/so 1, number",
        "/orders/SO-9, number",
        "/quotes/7, id",
        "/schedules/x, id",
        "/orders?limit=0, limit",
        "/orders?limit=many, limit",
        "/orders?status=LOST, status",
        "/orders?after=*, after",
        "/balance-sheet?from=monday, from",
        "/balance-sheet?late=perhaps, late",
        "/deliveries, order",
    })
    void badAddressOrParameterIsNamed(String path, String field) {
        Api.Answer answer = api.get("sales", path.replace(" ", "%20"));

        assertThat(answer.status()).as(answer.text()).isIn(400, 404);
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.text())
                .isEqualTo(field);
    }

    private static String boss() {
        return Api.basic("boss", WebTestConfiguration.PASSWORD);
    }
}
