package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WebTest
class QuoteAlternativesTest {

    @Autowired
    private Api api;

    /** More than half a year of the coating line, so that a part of it is there in time whatever other orders there are. */
    @Test
    void lateQuoteComesWithWhatCouldBeDoneForIt() {
        publish();
        JsonNode late = quoted(20_000, "2026-06-26");
        JsonNode inTime = quoted(1, "2026-12-18");

        JsonNode offered = api.get("sales", path(late)).is(200).json().at("/alternatives");

        assertThat(offered.size()).isPositive();
        for (JsonNode each : offered) {
            assertThat(each.at("/kind").asString()).isNotBlank();
            assertThat(each.at("/words").asString()).isNotBlank();
            assertThat(each.at("/parts").size()).isPositive();
            assertThat(each.at("/cost/currency").asString()).isEqualTo("EUR");
        }
        assertThat(api.get("planner", path(late)).is(200).json().at("/alternatives"))
                .isEqualTo(offered);
        assertThat(api.get("sales", path(inTime))
                        .is(200)
                        .json()
                        .at("/alternatives")
                        .size())
                .isZero();
        api.get("boss", path(late)).is(200);
        api.get("floor", path(late)).is(403);
        api.get("", path(late)).is(401);
    }

    @Test
    void unknownQuoteAndOneThatIsNoLongerOpenAreToldApart() {
        publish();
        JsonNode late = quoted(20_000, "2026-06-26");
        api.post("sales", "/quotes/" + late.at("/id").asString() + "/cancel", null)
                .is(200);

        api.get("sales", "/quotes/" + UUID.randomUUID() + "/alternatives").isProblem(404, "id");
        assertThat(api.get("sales", path(late)).isProblem(422, "quote").found()).isEqualTo("cancelled");
        api.get("sales", "/quotes/none/alternatives").is(400);
    }

    private void publish() {
        String run = api.post("planner", "/planning-runs", "{\"limitSeconds\":1,\"publishWhenDone\":true}")
                .is(202)
                .json()
                .at("/id")
                .asString();
        api.get("sales", "/planning-runs/" + run + "/events", "Accept", "text/event-stream")
                .is(200);
    }

    private JsonNode quoted(int pumps, String requested) {
        return api.post("sales", "/quotes", """
                {"customer":"K-2","lines":[
                {"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"%s"}]}""".formatted(pumps, requested))
                .is(201)
                .json();
    }

    private static String path(JsonNode quote) {
        return "/quotes/" + quote.at("/id").asString() + "/alternatives";
    }
}
