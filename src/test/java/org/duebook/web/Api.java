package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API that holds every answer against the contract. */
final class Api {

    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createFor(
                    "static/duebook.yaml")
            .withBasePathOverride("/api/v1")
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Api(int port) {
        this.base = "http://localhost:" + port;
    }

    /** An answer: status, headers, body. */
    record Answer(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        Answer is(int wanted) {
            assertThat(status).as(text()).isEqualTo(wanted);
            return this;
        }

        /** A problem whose first fault names this field. */
        Answer isProblem(int wanted, String field) {
            is(wanted);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().at("/errors/0/field").asString()).as(text()).isEqualTo(field);
            assertThat(json().at("/errors/0/wanted").asString()).as(text()).isNotBlank();
            assertThat(json().at("/errors/0/cure").asString()).as(text()).isNotBlank();
            return this;
        }

        String etag() {
            return java.util.Objects.requireNonNull(header("ETag"), "an ETag");
        }

        String found() {
            return json().at("/errors/0/found").asString();
        }
    }

    Answer get(String user, String path, String... headers) {
        return send(user, "GET", path, null, headers);
    }

    Answer post(String user, String path, @Nullable String json, String... headers) {
        return send(user, "POST", path, json, headers);
    }

    Answer put(String user, String path, String json, String... headers) {
        return send(user, "PUT", path, json, headers);
    }

    /** A JSON request to the API, its answer validated where the contract knows the operation. */
    Answer send(String user, String method, String path, @Nullable String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!user.isEmpty()) {
            request.header("Authorization", basic(user, WebTestConfiguration.PASSWORD));
        }
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        Answer answer = exchange(request.build());
        hold(method, path, answer);
        return answer;
    }

    /** A form with files to the API, its answer validated. */
    Answer upload(String path, byte[] form, String... headers) {
        Answer answer = raw("POST", "/api/v1" + path, form, headers);
        hold("POST", path, answer);
        return answer;
    }

    /** Any request, to any path, not validated. */
    Answer raw(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return exchange(request.build());
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void hold(String method, String path, Answer answer) {
        if (answer.status() == 405) {
            return;
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.response().headers().map().forEach((name, values) -> response.withHeader(name, values));
        if (answer.response().body().length > 0) {
            response.withBody(answer.response().body());
        }
        ValidationReport report = CONTRACT.validateResponse(
                "/api/v1" + path.replaceFirst("[?].*", ""), Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages())
                .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .as(method + " " + path + " " + answer.status() + " " + answer.text())
                .isEmpty();
    }
}
