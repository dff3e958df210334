package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class UploadsTest {

    private static final String BOUNDARY = "----part";

    @Autowired
    private Api api;

    @Test
    void ruleFilesAreCheckedAndTheFaultNamesItsPlace() {
        Api.Answer answer = upload("analyst", "/rule-sets/check", "files", "tables/credit.csv", "id,nonsense\nX,1\n");

        answer.is(200);
        assertThat(answer.json().at("/passed").asBoolean()).isFalse();
        assertThat(answer.json().at("/faults/0/file").asString())
                .as(answer.text())
                .isNotBlank();
    }

    @Test
    void pathOutsideTheRulesFolderIsRefused() {
        upload("analyst", "/rule-sets/check", "files", "../../etc/passwd", "x").isProblem(422, "files");
    }

    @Test
    void uploadBeyondTheLimitIsTooLarge() {
        upload("analyst", "/rule-sets/check", "files", "tables/credit.csv", "x".repeat(3_000_000))
                .isProblem(413, "body");
    }

    @Test
    void missingPartIsNamed() {
        upload("analyst", "/rule-sets/check", "other", "a.csv", "x").isProblem(400, "files");
    }

    @Test
    void jsonWhereAFileIsWantedIsTheWrongMediaType() {
        api.post("analyst", "/rule-sets/check", "{}").isProblem(415, "Content-Type");
    }

    @Test
    void changedTableIsTriedOnTheOrdersOfAPeriod() {
        String order = api.post("sales", "/orders", """
                        {"customer":"K-1","customerReference":"tried","lines":[{"item":"PUMP",
                        "quantity":{"amount":1,"unit":"pcs"},"requested":"2026-03-20","tolerancesAccepted":true}]}""")
                .is(201)
                .json()
                .at("/order/number")
                .asString();
        String everybodyPays = """
                id,order type,new customer,amount,deposit paid,deposit,message,valid from,valid to,note
                DE-020,-,-,-,20 %,20 %,Everybody pays 20 % in advance,,,
                """;
        String period = "/rule-sets/back-test?from=2026-01-01&to=2026-12-31";

        Api.Answer answer = upload("analyst", period, "files", "tables/deposit.csv", everybodyPays);

        answer.is(200);
        assertThat(answer.json().at("/changed").asInt()).as(answer.text()).isPositive();
        assertThat(answer.json().at("/rules/0/rule").asString()).isEqualTo("DE-020");
        Api.Answer one =
                upload("analyst", "/rule-sets/back-test/orders/" + order, "files", "tables/deposit.csv", everybodyPays);
        assertThat(one.is(200).json().at("/before/outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(one.json().at("/after/outcome").asString()).isEqualTo("HELD");
        upload("analyst", "/rule-sets/back-test/orders/SO-0", "files", "tables/deposit.csv", everybodyPays)
                .isProblem(404, "number");
        upload("analyst", period, "files", "tables/deposit.csv", "id\n")
                .isProblem(422, "tables/deposit.csv!1.valid from");
        upload("analyst", "/rule-sets/back-test?from=2026-02-01&to=2026-01-01", "files", "tables/deposit.csv", "id\n")
                .isProblem(422, "to");
        upload("sales", period, "files", "tables/deposit.csv", everybodyPays).is(403);
    }

    @Test
    void runningRulesAreReloadedUnchanged() {
        assertThat(api.post("analyst", "/rule-sets/reload", null)
                        .is(200)
                        .json()
                        .at("/outcome")
                        .asString())
                .isIn("PUBLISHED", "UNCHANGED");
        assertThat(api.get("analyst", "/rule-sets").is(200).json().at("/rules").asInt())
                .isPositive();
    }

    private Api.Answer upload(String user, String path, String part, String file, String content) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return api.raw(
                "POST",
                "/api/v1" + path,
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Api.basic(user, WebTestConfiguration.PASSWORD),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }
}
