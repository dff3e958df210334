package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WebTest
class OrderFlowTest {

    @Autowired
    private Api api;

    @Test
    void enteredOrderTellsItsDecisionsAndItsHistory() {
        Api.Answer entered = api.post("sales", "/orders", order(3)).is(201);
        String number = entered.json().at("/order/number").asString();

        assertThat(entered.header("Location")).isEqualTo("/api/v1/orders/" + number);
        JsonNode decision = entered.json().at("/verdict/decisions/0");
        assertThat(decision.at("/file").asString()).startsWith("tables/");
        assertThat(decision.at("/row").asInt()).isPositive();
        assertThat(api.get("sales", "/orders/" + number)
                        .is(200)
                        .json()
                        .at("/lines/0/quantity/amount")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.get("sales", "/orders/" + number + "/decisions")
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(entered.json().at("/verdict/decisions").size());
        assertThat(api.get("sales", "/orders/" + number + "/history")
                        .is(200)
                        .json()
                        .at("/items/0/event")
                        .asString())
                .isEqualTo("ENTERED");
        assertThat(api.get("sales", "/orders?customer=K-1&status=ACCEPTED,HELD&limit=500")
                        .is(200)
                        .text())
                .contains('"' + number + '"');
    }

    @Test
    void orderTellsWhyARuleDidNotApply() {
        String number = api.post("sales", "/orders", order(3))
                .is(201)
                .json()
                .at("/order/number")
                .asString();
        String path = "/orders/" + number + "/decisions/why-not";

        JsonNode overdue = api.get("sales", path + "?rule=CR-020").is(200).json();
        JsonNode all = api.get("sales", path).is(200).json();

        assertThat(overdue.at("/items").size()).isEqualTo(1);
        assertThat(overdue.at("/items/0/answer").asString()).isEqualTo("CONDITION");
        assertThat(overdue.at("/items/0/text").asString()).isEqualTo("oldest overdue wants > 30, and it is 0");
        assertThat(all.at("/items").size()).isGreaterThan(40);
        api.get("sales", path + "?rule=CR-999").isProblem(404, "rule");
        api.get("sales", "/orders/SO-0/decisions/why-not").isProblem(404, "number");
    }

    @Test
    void heldOrderIsReleasedByWhoMay() {
        Api.Answer entered = api.post("sales", "/orders", order(9_000)).is(201);
        assertThat(entered.json().at("/order/status").asString())
                .as(entered.text())
                .isEqualTo("HELD");
        String path = "/orders/" + entered.json().at("/order/number").asString() + "/approvals";

        api.post("sales", path, "{\"hold\":1,\"resolution\":\"GRANTED\"}").isProblem(403, "hold");
        api.post("boss", path, "{\"hold\":99,\"resolution\":\"GRANTED\"}").isProblem(404, "hold");
        Api.Answer granted = api.post("boss", path, "{\"hold\":1,\"resolution\":\"GRANTED\",\"comment\":\"agreed\"}")
                .is(200);

        assertThat(granted.json().at("/holds/0/answer/resolution").asString()).isEqualTo("GRANTED");
        assertThat(api.get("sales", path)
                        .is(200)
                        .json()
                        .at("/items/0/answer/by")
                        .asString())
                .isEqualTo("boss");
        api.post("boss", path, "{\"hold\":1,\"resolution\":\"GRANTED\"}").is(409);
    }

    @Test
    void cancelledOrderCannotBeCancelledAgain() {
        String number = api.post("sales", "/orders", order(2))
                .is(201)
                .json()
                .at("/order/number")
                .asString();

        Api.Answer cancelled = api.post("sales", "/orders/" + number + "/cancel", "{\"reason\":\"no need\"}")
                .is(200);

        assertThat(cancelled.json().at("/status").asString()).isEqualTo("CANCELLED");
        api.post("sales", "/orders/" + number + "/cancel", "{\"reason\":\"no need\"}")
                .is(409);
        api.post("sales", "/orders/NONE/cancel", "{\"reason\":\"no need\"}").isProblem(404, "number");
    }

    @Test
    void deliveryLowersTheBalanceAndNeverGoesBelow() {
        String number = api.post("sales", "/orders", order(5))
                .is(201)
                .json()
                .at("/order/number")
                .asString();

        Api.Answer first = api.post("sales", "/deliveries", delivery(number, 2)).is(201);

        assertThat(first.json().at("/balance/amount").asInt()).isEqualTo(3);
        api.post("sales", "/deliveries", delivery(number, 4)).is(422);
        api.post("sales", "/deliveries", delivery("NONE", 4)).isProblem(404, "line");
        assertThat(api.get("sales", "/deliveries?order=" + number)
                        .is(200)
                        .json()
                        .at("/items")
                        .size())
                .isOne();
        JsonNode row = api.get("sales", "/balance-sheet?customer=K-1")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/order").asString().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(row.at("/balance/amount").asInt()).isEqualTo(3);
    }

    @Test
    void balanceSheetComesAsAWorkbookWhenAsked() {
        api.post("sales", "/orders", order(1)).is(201);

        Api.Answer sheet = api.get(
                "sales",
                "/balance-sheet",
                "Accept",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        sheet.is(200);
        assertThat(sheet.header("Content-Disposition")).contains("order-balance-sheet.xlsx");
        assertThat(sheet.text()).startsWith("PK");
    }

    @ParameterizedTest
    @CsvSource({"quotes", "orders"})
    void currencyNobodyHasIsRefused(String resource) {
        String order = order(1).replace("\"customer\"", "\"currency\":\"XQX\",\"customer\"");

        api.post("sales", "/" + resource, order).isProblem(422, "currency");
    }

    @ParameterizedTest
    @CsvSource({"quotes, 49, 400", "quotes, 100, 400", "quotes, '\"sure\"', 400", "orders, 95, 422"})
    void confidenceThatCannotBeGivenIsRefused(String resource, String confidence, int status) {
        String order = order(1).replace("\"customer\"", "\"confidence\":" + confidence + ",\"customer\"");

        api.post("sales", "/" + resource, order).isProblem(status, "confidence");
    }

    private static String order(int pumps) {
        return """
                {"customer":"K-1","lines":[
                {"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"2026-03-20"}]}""".formatted(pumps);
    }

    private static String delivery(String order, int pumps) {
        return "{\"order\":\"%s\",\"line\":1,\"quantity\":{\"amount\":%d,\"unit\":\"pcs\"}}".formatted(order, pumps);
    }
}
