package org.duebook.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as a careful program is one: it sends a request under one key until it gets an answer, to whichever instance
 * answers.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString(("admin:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Instance> instances;
    private int turn;

    Client(List<Instance> instances, int first) {
        this.instances = instances;
        this.turn = first;
    }

    record Answer(int status, JsonNode body) {

        boolean succeeded() {
            return status < 300;
        }
    }

    Answer get(String path) throws InterruptedException {
        return send("GET", path, null, "application/json", null);
    }

    Answer post(String path, @Nullable String body, String key) throws InterruptedException {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return send("POST", path, bytes, "application/json", key);
    }

    /** Sends until an instance answers with something final: neither silence nor "ask again". */
    Answer send(String method, String path, byte @Nullable [] body, String type, @Nullable String key)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Instance instance = instances.get(Math.floorMod(turn++, instances.size()));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance.address() + "/api/v1" + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", AUTHORIZATION)
                    .header("Content-Type", type)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            try {
                HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                boolean askAgain = response.headers().firstValue("Retry-After").isPresent();
                if (!askAgain) {
                    return new Answer(response.statusCode(), json.readTree(response.body()));
                }
            } catch (IOException gone) {
                // The instance was killed, or is not up again: the next one is asked.
            }
            never.await(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException(method + " " + path + " under key " + key + " got no answer in " + PATIENCE);
    }
}
