package org.duebook.kill;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One Duebook in a JVM of its own, on a port it keeps; it can be killed and started again. */
final class Instance implements AutoCloseable {

    static final String PASSWORD = "a password for the load";
    private static final Duration START = Duration.ofMinutes(3);

    private final String name;
    private final String database;
    private final Path folder;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process process;

    Instance(String name, String database, Path folder) throws IOException {
        this.name = name;
        this.database = database;
        this.folder = Files.createDirectories(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    String name() {
        return name;
    }

    String address() {
        return "http://localhost:" + port;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.duebook.DuebookApplication",
                "--server.port=" + port,
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--duebook.home.folder=" + folder.resolve("home"),
                "--duebook.start.first-plan=2s",
                "--db-scheduler.scheduler-name=" + name));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().put("DUEBOOK_ADMIN_PASSWORD", PASSWORD);
        process = builder.start();
    }

    /** Waits until the instance answers that it is healthy. */
    void awaitHealthy() throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (process == null || !process.isAlive()) {
                throw new IllegalStateException("instance " + name + " ended by itself, see " + folder.resolve("log"));
            }
            try {
                if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is not listening yet; asked again until the deadline.
            }
            never.await(200, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("instance " + name + " is not healthy after " + START);
    }

    /** As by kill -9; the process has no say in it. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        client.close();
    }

    /** What the application itself runs on, without the tests' own classes. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
