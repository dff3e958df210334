package org.duebook.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the JVM that started it (kill -9). It holds the data folder, so the next server would
 * wait for it in vain.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    /** Ends the server that runs on the data folder, if one does, and waits until it is gone. */
    static void end(Path dataFolder) throws IOException, InterruptedException {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        Optional<ProcessHandle> orphan = pid(pidFile).flatMap(ProcessHandle::of).filter(OrphanedServer::isPostgres);
        if (orphan.isPresent()) {
            log.info(
                    "Ending PostgreSQL {}, left behind by a Duebook that was killed",
                    orphan.get().pid());
            end(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")
                ? Optional.empty()
                : Optional.of(Long.valueOf(lines.getFirst().strip()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.endsWith("/postgres") || command.endsWith("\\postgres.exe");
    }

    private static void end(ProcessHandle server) throws InterruptedException {
        server.destroy();
        try {
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException stillRunning) {
            log.warn("PostgreSQL {} did not end when asked; killing it", server.pid());
            server.destroyForcibly();
            awaitEnd(server);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not wait for PostgreSQL " + server.pid() + " to end", e);
        }
    }

    private static void awaitEnd(ProcessHandle server) throws InterruptedException {
        try {
            server.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("PostgreSQL " + server.pid() + " cannot be ended; end it by hand", e);
        }
    }
}
