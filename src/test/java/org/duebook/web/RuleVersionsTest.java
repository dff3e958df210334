package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Versions of the rules by the API. What a test publishes it rolls back. */
@WebTest
class RuleVersionsTest {

    private static final String BOUNDARY = "----part";
    private static final String ALERTS = "tables/alerts.csv";

    @Autowired
    private Api api;

    private String shipped = "";

    @BeforeEach
    void whatRuns() {
        shipped = running();
    }

    @AfterEach
    void rollBack() {
        post("/rule-sets/rollback", shipped, "as before").is(200);
    }

    @Test
    void changeIsPublishedListedComparedAndRolledBack() {
        Map<String, String> change = change(shipped, "A note");

        JsonNode draft = upload("/rule-sets/difference", Map.of(), ALERTS, noted())
                .is(200)
                .json();
        JsonNode published =
                upload("/rule-sets/publish", change, ALERTS, noted()).is(200).json();

        String version = published.at("/version").asString();
        assertThat(published.at("/outcome").asString()).isEqualTo("PUBLISHED");
        assertThat(running()).isEqualTo(version);
        JsonNode newest = api.get("floor", "/rule-sets/versions").is(200).json().at("/items/0");
        assertThat(newest.at("/comment").asString()).isEqualTo("A note");
        assertThat(newest.at("/by").asString()).isEqualTo("analyst");
        assertThat(newest.at("/state").asString()).isEqualTo("RUNS");
        JsonNode difference = api.get("floor", "/rule-sets/difference?from=" + shipped + "&to=" + version)
                .is(200)
                .json();
        assertThat(difference).isEqualTo(draft);
        assertThat(difference.at("/files/0/rows/0/cells/0/column").asString()).isEqualTo("note");
        assertThat(new String(Base64.getDecoder().decode(content(version, ALERTS)), StandardCharsets.UTF_8))
                .isEqualTo(noted());
        assertThat(upload("/rule-sets/publish", change, ALERTS, noted())
                        .isProblem(409, "basedOn")
                        .json()
                        .at("/errors/0/wanted")
                        .asString())
                .contains(version);

        assertThat(post("/rule-sets/rollback", shipped, "back")
                        .is(200)
                        .json()
                        .at("/outcome")
                        .asString())
                .isEqualTo("PUBLISHED");
        assertThat(running()).isEqualTo(shipped);
        assertThat(api.get("floor", "/rule-sets/instances")
                        .is(200)
                        .json()
                        .at("/items")
                        .valueStream())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.at("/version").asString()).isEqualTo(shipped);
                    assertThat(instance.at("/self").asBoolean()).isTrue();
                });
    }

    @Test
    void changeIsScheduledAndWithdrawn() {
        Map<String, String> later = change(shipped, "From noon on");
        later.put("effectiveFrom", "2026-01-07T13:00:00+01:00");

        JsonNode scheduled =
                upload("/rule-sets/publish", later, ALERTS, noted()).is(200).json();

        assertThat(scheduled.at("/outcome").asString()).isEqualTo("SCHEDULED");
        assertThat(scheduled.at("/effectiveFrom").asString()).isEqualTo("2026-01-07T12:00:00Z");
        assertThat(api.get("floor", "/rule-sets")
                        .is(200)
                        .json()
                        .at("/waiting/state")
                        .asString())
                .isEqualTo("WAITS");
        upload("/rule-sets/publish", change(shipped, "Now"), ALERTS, noted()).isProblem(409, "version");
        String number = "{\"publication\":" + scheduled.at("/publication").asLong() + "}";
        assertThat(api.post("analyst", "/rule-sets/withdraw", number)
                        .is(200)
                        .json()
                        .at("/withdrawnBy")
                        .asString())
                .isEqualTo("analyst");
        api.post("analyst", "/rule-sets/withdraw", number).isProblem(409, "publication");
        assertThat(running()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            comment       | ''                        | 422
            comment       | none                      | 400
            comment       | LONG                      | 422
            comment       | BELL                      | 422
            basedOn       | none                      | 400
            basedOn       | 0000000000000000          | 409
            effectiveFrom | 2026-01-07T08:00:00Z      | 422
            effectiveFrom | 2020-01-01T00:00:00Z      | 422
            effectiveFrom | 2099-01-01T00:00:00Z      | 422
            effectiveFrom | tomorrow                  | 422
            effectiveFrom | 2026-02-30T00:00:00Z      | 422
            effectiveFrom | +999999999-12-31T23:59:59+00:00 | 422
            removed       | ../../etc/passwd          | 422
            """)
    void badFieldOfAPublicationIsNamedAndNothingIsPublished(String field, String value, int status) {
        Map<String, String> change = change(shipped, "A note");
        if (value == null) {
            change.remove(field);
        } else {
            change.put(field, value.replace("LONG", "x".repeat(10_000)).replace("BELL", "a\u0007b"));
        }

        upload("/rule-sets/publish", change, ALERTS, noted()).isProblem(status, field);

        assertThat(running()).isEqualTo(shipped);
    }

    @Test
    void faultyFilesAndHostilePathsAreRefusedAtTheirPlace() {
        upload("/rule-sets/publish", change(shipped, "x"), ALERTS, "id\n").isProblem(422, ALERTS + "!1.valid from");
        upload("/rule-sets/publish", change(shipped, "x"), "../../etc/passwd", "x")
                .isProblem(422, "files");
        upload("/rule-sets/publish", change(shipped, "x"), "tables/strange.csv", "id\n")
                .isProblem(422, "tables/strange.csv");
        upload("/rule-sets/difference", Map.of(), "/etc/passwd", "x").isProblem(422, "files");
        Map<String, String> removing = change(shipped, "x");
        removing.put("removed", ALERTS);
        assertThat(upload("/rule-sets/publish", removing, "", "")
                        .is(422)
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .matches("ruleset\\.yml!\\d+\\.tables");

        assertThat(upload("/rule-sets/publish", change(shipped, "x"), "", "")
                        .is(200)
                        .json()
                        .at("/outcome")
                        .asString())
                .isEqualTo("UNCHANGED");
        assertThat(running()).isEqualTo(shipped);
    }

    @Test
    void unknownVersionsAndBadBodiesAreNamed() {
        api.get("floor", "/rule-sets/versions/0000000000000000").isProblem(404, "version");
        api.get("floor", "/rule-sets/versions/..%2F..%2Fetc").isProblem(400, "version");
        api.get("floor", "/rule-sets/difference?from=" + shipped + "&to=0000000000000000")
                .isProblem(404, "to");
        api.get("floor", "/rule-sets/difference?from=0000000000000000&to=" + shipped)
                .isProblem(404, "from");
        api.get("floor", "/rule-sets/difference?from=%00&to=" + shipped).isProblem(400, "from");
        post("/rule-sets/rollback", "\\u0000", "back").isProblem(400, "version");
        api.get("floor", "/rule-sets/difference?from=" + shipped).isProblem(400, "to");
        post("/rule-sets/rollback", "0000000000000000", "back").isProblem(404, "version");
        post("/rule-sets/rollback", shipped, "").isProblem(400, "comment");
        post("/rule-sets/rollback", shipped, " ").isProblem(422, "comment");
        post("/rule-sets/rollback", shipped, "two\\nlines").isProblem(422, "comment");
        post("/rule-sets/rollback", shipped, "x".repeat(10_000)).isProblem(400, "comment");
        api.post("analyst", "/rule-sets/rollback", "{\"version\":7}").is(400);
        api.post("analyst", "/rule-sets/withdraw", "{\"publication\":\"x\"}").isProblem(400, "publication");
        api.post("analyst", "/rule-sets/withdraw", "{}").isProblem(400, "publication");
        api.post("analyst", "/rule-sets/withdraw", "{\"publication\":-1}").isProblem(409, "publication");
        api.post("analyst", "/rule-sets/write-back?force=perhaps", null).isProblem(400, "force");
        api.post("analyst", "/rule-sets/replay/orders/SO-0", null).isProblem(404, "number");
    }

    @ParameterizedTest
    @CsvSource({
        "/rule-sets/publish",
        "/rule-sets/rollback",
        "/rule-sets/withdraw",
        "/rule-sets/write-back",
        "/rule-sets/difference",
        "/rule-sets/replay/orders/SO-1"
    })
    void onlyAnAnalystChangesTheRules(String path) {
        api.post("planner", path, "{}").isProblem(403, "role");
        api.post("", path, "{}").is(401);
    }

    @Test
    void orderIsJudgedAnewTheSame() {
        String order = api.post("sales", "/orders", """
                        {"customer":"K-1","customerReference":"replayed","lines":[{"item":"PUMP",
                        "quantity":{"amount":1,"unit":"pcs"},"requested":"2026-03-20","tolerancesAccepted":true}]}""")
                .is(201)
                .json()
                .at("/order/number")
                .asString();

        JsonNode replayed = api.post("analyst", "/rule-sets/replay/orders/" + order, null)
                .is(200)
                .json();

        assertThat(replayed.at("/judgements/0/version").asString()).isEqualTo(shipped);
        assertThat(replayed.at("/judgements/0/same").asBoolean()).isTrue();
    }

    @Test
    void folderThatHoldsWhatRunsHasNothingToWrite() {
        JsonNode written =
                api.post("analyst", "/rule-sets/write-back", null).is(200).json();

        assertThat(written.at("/version").asString()).isEqualTo(shipped);
        assertThat(written.at("/files").size()).isZero();
    }

    private String running() {
        return api.get("floor", "/rule-sets").is(200).json().at("/version").asString();
    }

    private String noted() {
        String table = new String(Base64.getDecoder().decode(content(shipped, ALERTS)), StandardCharsets.UTF_8);
        return table.stripTrailing() + " changed\n";
    }

    private String content(String version, String path) {
        return api.get("floor", "/rule-sets/versions/" + version)
                .is(200)
                .json()
                .at("/files")
                .valueStream()
                .filter(file -> file.at("/path").asString().equals(path))
                .findFirst()
                .orElseThrow()
                .at("/content")
                .asString();
    }

    private Api.Answer post(String path, String version, String comment) {
        return api.post("analyst", path, "{\"version\":\"" + version + "\",\"comment\":\"" + comment + "\"}");
    }

    private static Map<String, String> change(String basedOn, String comment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("basedOn", basedOn);
        fields.put("comment", comment);
        return fields;
    }

    private Api.Answer upload(String path, Map<String, String> fields, String file, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        if (!file.isEmpty()) {
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                    .append(file)
                    .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                    .append(content)
                    .append("\r\n");
        }
        body.append("--" + BOUNDARY + "--\r\n");
        return api.upload(
                path,
                body.toString().getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Api.basic("analyst", WebTestConfiguration.PASSWORD),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }
}
