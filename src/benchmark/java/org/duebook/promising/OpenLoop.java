package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.duebook.planning.benchmark.Latencies;

/**
 * Asks for quotes over HTTP at a rate that does not wait for the answers. What an answer took counts from the instant its
 * request was due, so that a server that stands still is not asked less.
 */
final class OpenLoop implements AutoCloseable {

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(workers)
            .build();
    private final URI quotes;
    private final String key;

    OpenLoop(int port, String key) {
        this.quotes = URI.create("http://localhost:" + port + "/api/v1/quotes");
        this.key = key;
    }

    /** @param body of a request by its number */
    Latencies ask(int perSecond, Duration time, IntFunction<String> body) {
        int count = Math.toIntExact(perSecond * time.toSeconds());
        long apart = TimeUnit.SECONDS.toNanos(1) / perSecond;
        Latencies latencies = new Latencies(count);
        AtomicInteger refused = new AtomicInteger();
        List<CompletableFuture<?>> answers = new ArrayList<>(count);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + i * apart;
            HttpRequest request = HttpRequest.newBuilder(quotes)
                    .header("X-API-Key", key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.apply(i)))
                    .build();
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .thenAccept(answer -> {
                        latencies.add(System.nanoTime() - due);
                        if (answer.statusCode() != 201) {
                            refused.incrementAndGet();
                        }
                    }));
        }
        answers.forEach(CompletableFuture::join);
        assertThat(refused).hasValue(0);
        return latencies;
    }

    @Override
    public void close() {
        client.close();
        workers.shutdown();
    }
}
