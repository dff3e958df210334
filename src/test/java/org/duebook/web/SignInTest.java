package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.duebook.people.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class SignInTest {

    @Autowired
    private Api api;

    @Autowired
    private People people;

    @Test
    void nobodyIsAskedToSignIn() {
        Api.Answer answer = api.get("", "/orders");

        answer.isProblem(401, "Authorization");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void wrongPasswordIsRefusedAlsoAfterTheRightOne() {
        api.get("sales", "/orders").is(200);

        api.get("", "/orders", "Authorization", Api.basic("sales", "wrong")).isProblem(401, "Authorization");
        api.get("", "/orders", "Authorization", Api.basic("nobody", "wrong")).isProblem(401, "Authorization");
        api.get("", "/orders", "Authorization", Api.basic("sales", "x".repeat(500)))
                .isProblem(401, "Authorization");
        api.get("", "/orders", "Authorization", "Basic ???").isProblem(401, "Authorization");
    }

    @Test
    void apiKeySignsInUntilItIsRevoked() {
        String key = people.issueKey("planner").orElseThrow();
        api.get("", "/orders", "X-API-Key", key).is(200);
        api.get("", "/orders", "Authorization", "Bearer " + key).is(200);

        people.revokeKey(people.keys("planner").getFirst().prefix());

        api.get("", "/orders", "X-API-Key", key).isProblem(401, "X-API-Key");
        api.get("", "/orders", "Authorization", "Bearer nonsense").isProblem(401, "Authorization");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            planner | POST | /orders                | sales
            analyst | POST | /quotes                | sales
            sales   | POST | /planning-runs         | planner
            sales   | PUT  | /customers/K-1         | planner
            sales   | POST | /operations/PO-1-10/progress | planner
            planner | POST | /deliveries            | sales
            planner | POST | /rule-sets/reload      | analyst
            planner | GET  | /users                 | administrator
            sales   | POST | /api-keys              | administrator
            """)
    void roleThatIsMissingIsNamed(String user, String method, String path, String wanted) {
        Api.Answer answer = api.send(user, method, path, method.equals("GET") ? null : "{}");

        answer.isProblem(403, "role");
        assertThat(answer.found()).isEqualTo(user);
        assertThat(answer.json().at("/errors/0/wanted").asString()).contains(wanted);
    }

    @Test
    void administratorKeepsUsersAndKeys() {
        api.post("boss", "/users", "{\"name\":\"sales-2\",\"password\":\"a long pass phrase\",\"roles\":[\"SALES\"]}")
                .is(201);
        api.post("boss", "/users", "{\"name\":\"sales-2\",\"password\":\"a long pass phrase\",\"roles\":[\"SALES\"]}")
                .isProblem(409, "name");
        api.post("boss", "/users", "{\"name\":\"sales-3\",\"password\":\"short\",\"roles\":[\"SALES\"]}")
                .isProblem(400, "password");

        String key = api.post("boss", "/api-keys", "{\"user\":\"sales-2\"}")
                .is(201)
                .json()
                .at("/key")
                .asString();
        api.get("", "/orders", "X-API-Key", key).is(200);
        String prefix = api.get("boss", "/api-keys?user=sales-2")
                .is(200)
                .json()
                .at("/items/0/prefix")
                .asString();
        api.send("boss", "DELETE", "/api-keys/" + prefix, null).is(204);

        api.get("", "/orders", "X-API-Key", key).is(401);
        api.send("boss", "DELETE", "/api-keys/nothing-such", null).isProblem(404, "prefix");
        assertThat(api.get("boss", "/users").is(200).text()).contains("sales-2").doesNotContain("pass phrase");
    }

    @Test
    void contractIsServedAndBrowsableWithoutSigningIn() {
        assertThat(api.raw("GET", "/openapi.yaml", new byte[0]).is(200).text()).startsWith("openapi: 3.0.3");
        Api.Answer browser =
                api.raw("GET", "/swagger-ui/index.html", new byte[0]).is(200);
        assertThat(browser.text()).contains("swagger-ui");
        assertThat(api.raw("GET", "/swagger-ui/contract.js", new byte[0])
                        .is(200)
                        .text())
                .contains("/openapi.yaml");
        api.raw("GET", "/webjars/swagger-ui/swagger-ui-bundle.js", new byte[0]).is(200);
        assertThat(api.raw("GET", "/swagger-ui.html", new byte[0]).is(302).header("Location"))
                .endsWith("/swagger-ui/index.html");
        assertThat(browser.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void healthIsOpenAndMeasuresAreNot() {
        api.raw("GET", "/actuator/health", new byte[0]).is(200);
        api.raw("GET", "/actuator/prometheus", new byte[0]).is(401);
        api.raw("GET", "/actuator/prometheus", new byte[0], "Authorization", basic("sales"))
                .is(403);
        api.raw("GET", "/actuator/prometheus", new byte[0], "Authorization", basic("boss"))
                .is(200);
    }

    @Test
    void pagesAskForTheForm() {
        Api.Answer page = api.raw("GET", "/balance-sheet", new byte[0]);

        page.is(302);
        assertThat(page.header("Location")).endsWith("/login");
        api.raw("GET", "/login", new byte[0]).is(200);
        api.raw(
                        "POST",
                        "/login",
                        "username=sales&password=x".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .is(403);
    }

    private static String basic(String user) {
        return Api.basic(user, WebTestConfiguration.PASSWORD);
    }
}
