package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One week from order to progress, as the README's tour walks it. */
@WebTest
class PlanningFlowTest {

    @Autowired
    private Api api;

    @Test
    void runIsFollowedPublishedQuotedAndWorkedOn() {
        String order = api.post("sales", "/orders", order(20))
                .is(201)
                .json()
                .at("/order/number")
                .asString();
        Api.Answer started = api.post("planner", "/planning-runs", "{\"limitSeconds\":1}", "Idempotency-Key", "run-1")
                .is(202);
        String run = started.json().at("/id").asString();
        assertThat(started.header("Location")).isEqualTo("/api/v1/planning-runs/" + run);

        Api.Answer events = api.get("sales", "/planning-runs/" + run + "/events", "Accept", "text/event-stream")
                .is(200);
        assertThat(events.text()).contains("event:over").contains("FINISHED");

        JsonNode over = api.get("sales", "/planning-runs/" + run).is(200).json();
        String schedule = over.at("/schedule").asString();
        api.get("sales", "/schedules/" + schedule).is(200);
        api.get("sales", "/schedules/" + schedule + "/late-lines").is(200);
        api.get("sales", "/schedules/" + schedule + "/load").is(200);
        api.post("planner", "/schedules/" + schedule + "/publish", null).is(200);
        JsonNode published = api.get("sales", "/schedules/published").is(200).json();
        assertThat(published.at("/operations").size()).isPositive();
        api.post("planner", "/planning-runs/" + run + "/stop", null).is(200);

        quoteIsHeldAndConfirmed();
        progressIsBooked(order);
    }

    private void quoteIsHeldAndConfirmed() {
        JsonNode quote = api.post("sales", "/quotes", order(21), "Idempotency-Key", "quote-1")
                .is(201)
                .json();
        String path = "/quotes/" + quote.at("/id").asString();
        assertThat(quote.at("/lines/0/date").asString()).isNotBlank();
        assertThat(api.get("sales", path).is(200).json().at("/status").asString())
                .isEqualTo("INQUIRY");
        assertThat(api.post("sales", path + "/hold", null)
                        .is(200)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("HELD");
        assertThat(api.get("sales", "/quotes").is(200).text())
                .contains(quote.at("/id").asString());

        Api.Answer confirmed = api.post("sales", path + "/confirm", null, "Idempotency-Key", "confirm-1")
                .is(201);
        Api.Answer again = api.post("sales", path + "/confirm", null, "Idempotency-Key", "confirm-1")
                .is(201);

        assertThat(confirmed.json().at("/order/status").asString())
                .as(confirmed.text())
                .isEqualTo("ACCEPTED");
        assertThat(confirmed.json().at("/order/lines/0/promise/current").asString())
                .isEqualTo(quote.at("/lines/0/date").asString());
        assertThat(again.text()).isEqualTo(confirmed.text());
        assertThat(api.post("sales", path + "/confirm", null).is(201).json().at("/order/number"))
                .isEqualTo(confirmed.json().at("/order/number"));
        JsonNode other = api.post("sales", "/quotes", order(22)).is(201).json();
        String cancelled = "/quotes/" + other.at("/id").asString() + "/cancel";
        assertThat(api.post("sales", cancelled, null)
                        .is(200)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    private void progressIsBooked(String order) {
        JsonNode made = api.get("planner", "/production-orders?limit=500")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/order").asString().equals(order))
                .filter(one -> one.at("/item").asString().equals("SHAFT"))
                .findFirst()
                .orElseThrow();
        String operation = made.at("/operations/0/id").asString();
        String path = "/operations/" + operation + "/progress";

        Api.Answer booked = api.post(
                        "planner",
                        path,
                        "{\"machine\":\"LATHE-1\",\"good\":{\"amount\":2,\"unit\":\"pcs\"},\"at\":\"2026-01-07T08:00:00Z\"}")
                .is(200);

        assertThat(booked.json().at("/operations/0/status").asString()).isEqualTo("STARTED");
        assertThat(api.get("planner", "/production-orders/" + made.at("/number").asString())
                        .is(200)
                        .json()
                        .at("/operations/0/good/amount")
                        .asInt())
                .isEqualTo(2);
        api.post("planner", path, "{\"good\":{\"amount\":2,\"unit\":\"kg\"}}").is(422);
        api.post("planner", "/operations/PO-999999-10/progress", "{\"good\":{\"amount\":2,\"unit\":\"pcs\"}}")
                .isProblem(404, "id");
    }

    private static String order(int pumps) {
        return """
                {"customer":"K-2","lines":[
                {"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"2026-03-20"}]}""".formatted(pumps);
    }
}
