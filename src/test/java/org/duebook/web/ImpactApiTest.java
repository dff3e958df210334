package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.duebook.changes.Changes;
import org.duebook.changes.ProposedField;
import org.duebook.changes.Wish;
import org.duebook.changes.WishList;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WebTest
class ImpactApiTest {

    private static final String NEW_QUANTITY = """
            {"lines":[{"line":1,"quantity":{"amount":40,"unit":"pcs"}}]}""";

    @Autowired
    private Api api;

    @Autowired
    private Changes changes;

    @Test
    void changeIsSaidInFiguresAndWordsToThoseWhoSellOrPlan() {
        String order = ordered();

        JsonNode impact = api.post("sales", path(order), NEW_QUANTITY).is(200).json();

        assertThat(impact.at("/order").asString()).isEqualTo(order);
        assertThat(impact.at("/words/0").asString()).startsWith("Line 1: 40 pcs PUMP there on ");
        assertThat(impact.at("/lines/0/quantity/amount").asInt()).isEqualTo(40);
        assertThat(impact.at("/lines/0/keepsPromise").asBoolean()).isTrue();
        assertThat(impact.at("/hurtsOthers").asBoolean()).isFalse();
        assertThat(impact.at("/material").toString()).contains("\"item\":\"SEAL\"", "\"source\":\"STOCK\"");
        assertThat(impact.at("/costs/price/amount").asInt()).isEqualTo(3000);
        assertThat(impact.at("/costs/newPrice/amount").asInt()).isEqualTo(4000);
        assertThat(impact.at("/notKnown").size()).isPositive();
        api.post("planner", path(order), NEW_QUANTITY).is(200);
        api.post("boss", path(order), "{\"cancel\":true}").is(200);
        api.post("floor", path(order), NEW_QUANTITY).is(403);
        api.post("", path(order), NEW_QUANTITY).is(401);
        assertThat(api.get("sales", "/orders/" + order).json().at("/version").asInt())
                .as("nothing became of the order")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lines                     | {}
            lines                     | {"lines":[]}
            lines                     | {"cancel":true,"lines":[{"line":1,"cancel":true}]}
            lines[0].line             | {"lines":[{"line":7,"cancel":true}]}
            lines[1].line             | {"lines":[{"line":1,"cancel":true},{"line":1,"cancel":true}]}
            lines[0].cancel           | {"lines":[{"line":1,"cancel":true,"requested":"2026-12-11"}]}
            lines[0]                  | {"lines":[{"line":1}]}
            lines[0]                  | {"lines":[{"line":1,"quantity":{"amount":30.0,"unit":"pcs"},"requested":"2026-12-18"}]}
            lines[0].quantity         | {"lines":[{"line":1,"quantity":{"amount":0,"unit":"pcs"}}]}
            lines[0].quantity         | {"lines":[{"line":1,"quantity":{"amount":40,"unit":"kg"}}]}
            lines[0].quantity         | {"lines":[{"line":1,"quantity":{"amount":999999999,"unit":"pcs"}}]}
            lines[0].quantity         | {"lines":[{"line":1,"quantity":{"amount":900000000000,"unit":"pcs"}}]}
            lines[0].requested        | {"lines":[{"line":1,"requested":"2026-01-06"}]}
            lines[0].requested        | {"lines":[{"line":1,"requested":"2026-12-11","releases":[{"requested":"2026-12-11","quantity":{"amount":30,"unit":"pcs"}}]}]}
            lines[0].releases         | {"lines":[{"line":1,"releases":[{"requested":"2026-12-11","quantity":{"amount":10,"unit":"pcs"}}]}]}
            lines[0].item             | {"lines":[{"line":1,"item":"PUMB"}]}
            lines[0].item             | {"lines":[{"line":1,"item":"BAR"}]}
            """)
    void changeThatNobodyCouldCarryOutIsRefusedWithItsField(String field, String body) {
        String order = ordered();

        api.post("sales", path(order), body).isProblem(422, field);
    }

    @Test
    void oneChangedLineOfSeveralIsFoundByItsPlaceInTheQuestion() {
        String order = entered("""
                {"item":"PUMP","quantity":{"amount":10,"unit":"pcs"},"requested":"2026-12-18","tolerancesAccepted":true},
                {"item":"PUMP","quantity":{"amount":20,"unit":"pcs"},"requested":"2026-12-18","tolerancesAccepted":true}""");

        api.post("sales", path(order), """
                {"lines":[{"line":2,"cancel":true},{"line":1,"item":"PUMB"}]}""").isProblem(422, "lines[1].item");
    }

    @Test
    void onlyAnOrderThatIsOwedCanBeChangedAndNotBelowWhatIsDelivered() {
        String order = ordered();
        api.post("sales", "/deliveries", """
                {"order":"%s","line":1,"quantity":{"amount":12,"unit":"pcs"}}""".formatted(order)).is(201);

        assertThat(api.post("sales", path(order), """
                        {"lines":[{"line":1,"quantity":{"amount":11,"unit":"pcs"}}]}""")
                        .isProblem(422, "lines[0].quantity")
                        .json()
                        .at("/errors/0/wanted")
                        .asString())
                .isEqualTo("at least the 12 pcs that are delivered");
        api.post("sales", path(order), """
                        {"lines":[{"line":1,"item":"SHAFT"}]}""").isProblem(422, "lines[0].item");
        api.post("sales", "/orders/" + order + "/cancel", "{\"reason\":\"stopped\"}")
                .is(200);
        assertThat(api.post("sales", path(order), NEW_QUANTITY)
                        .isProblem(409, "status")
                        .found())
                .isEqualTo("CANCELLED");
        api.post("sales", path("SO-0"), NEW_QUANTITY).isProblem(404, "number");
        api.post("sales", path(order), "{\"lines\":[{}]}").is(400);
    }

    @Test
    void openProposalSaysWhatItWouldDo() {
        OrderLineId line = new OrderLineId(new OrderNumber(ordered()), 1);

        long quantity = proposed(line, ProposedField.QUANTITY, "30", "45");
        long nothing = proposed(line, ProposedField.QUANTITY, "30", "0");
        long tolerances = proposed(line, ProposedField.TOLERANCES, "", "ISO 2768-f");

        assertThat(api.get("planner", "/change-proposals/" + quantity + "/impact")
                        .is(200)
                        .json()
                        .at("/lines/0/quantity/amount")
                        .asInt())
                .isEqualTo(45);
        assertThat(api.get("sales", "/change-proposals/" + nothing + "/impact")
                        .is(200)
                        .json()
                        .at("/lines/0")
                        .has("date"))
                .isFalse();
        api.get("sales", "/change-proposals/" + tolerances + "/impact").isProblem(422, "field");
        api.get("floor", "/change-proposals/" + quantity + "/impact").is(403);
        api.post("sales", "/change-proposals/" + quantity + "/withdraw", null).is(200);
        api.get("sales", "/change-proposals/" + quantity + "/impact").isProblem(422, "id");
        api.get("sales", "/change-proposals/999999/impact").isProblem(404, "id");
    }

    private long proposed(OrderLineId line, ProposedField field, String from, String to) {
        changes.file(
                new WishList("balance.xlsx", List.of(new WishList.Row(2, new Wish(line, field, from, to))), List.of()),
                new Actor("sales"));
        return changes.openProposals(1000).stream()
                .filter(each -> each.wish().equals(new Wish(line, field, from, to)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String ordered() {
        return entered("""
                {"item":"PUMP","quantity":{"amount":30,"unit":"pcs"},"requested":"2026-12-18","tolerancesAccepted":true}""");
    }

    private String entered(String lines) {
        if (api.get("sales", "/schedules/published").status() != 200) {
            String run = api.post("planner", "/planning-runs", "{\"limitSeconds\":1,\"publishWhenDone\":true}")
                    .is(202)
                    .json()
                    .at("/id")
                    .asString();
            api.get("sales", "/planning-runs/" + run + "/events", "Accept", "text/event-stream")
                    .is(200);
        }
        String reference = UUID.randomUUID().toString();
        JsonNode taken = api.post(
                        "sales",
                        "/orders",
                        "{\"customer\":\"K-2\",\"customerReference\":\"" + reference + "\",\"lines\":[" + lines + "]}")
                .is(201)
                .json();
        assertThat(taken.at("/order/status").asString()).isEqualTo("ACCEPTED");
        return taken.at("/order/number").asString();
    }

    private static String path(String order) {
        return "/orders/" + order + "/impact";
    }
}
