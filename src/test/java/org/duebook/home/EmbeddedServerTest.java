package org.duebook.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path folder;

    @Test
    void dataIsKeptBetweenStartsAndOnlyThePasswordOpensIt() throws IOException, InterruptedException, SQLException {
        try (EmbeddedServer first = EmbeddedServer.start(new Home(folder))) {
            execute(first, "create table kept (what text); insert into kept values ('an order')");
        }
        try (EmbeddedServer second = EmbeddedServer.start(new Home(folder))) {
            assertThat(read(second, "select what from kept")).isEqualTo("an order");
            assertThat(read(second, "show fsync")).isEqualTo("on");
            assertThat(read(second, "show synchronous_commit")).isEqualTo("on");
            assertThat(read(second, "show server_version")).startsWith("18");
            assertThatThrownBy(() -> DriverManager.getConnection(second.jdbcUrl(), EmbeddedServer.USER, "postgres"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void secondDuebookInTheSameHomeIsTurnedAwayAndDisturbsNothing()
            throws IOException, InterruptedException, SQLException {
        try (EmbeddedServer running = EmbeddedServer.start(new Home(folder))) {
            assertThatThrownBy(() -> EmbeddedServer.start(new Home(folder)))
                    .hasMessageContaining("Another Duebook is running in " + folder);
            assertThat(read(running, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void serverOfAKilledJvmIsEndedAndWhatItCommittedIsThere() throws IOException, InterruptedException, SQLException {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDuebook.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(killed.waitFor(90, TimeUnit.SECONDS)).isTrue();
        long orphan = Long.parseLong(Files.readAllLines(folder.resolve("database/data/postmaster.pid"))
                .getFirst());
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedServer next = EmbeddedServer.start(new Home(folder))) {
            assertThat(read(next, "select what from kept")).isEqualTo("committed before the kill");
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void firstStartThatWasKilledHalfwayIsBegunAgain() throws IOException, InterruptedException, SQLException {
        Path data = Files.createDirectories(folder.resolve("database/data/base"));
        Files.writeString(data.resolve("half"), "made");

        try (EmbeddedServer server = EmbeddedServer.start(new Home(folder))) {
            assertThat(read(server, "select 'made'")).isEqualTo("made");
        }
    }

    /** Starts a server, commits a row, and dies without a word, as by kill -9. */
    static final class KilledDuebook {

        private KilledDuebook() {}

        public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
            EmbeddedServer server = EmbeddedServer.start(new Home(Path.of(arguments[0])));
            execute(server, "create table kept (what text); insert into kept values ('committed before the kill')");
            Runtime.getRuntime().halt(137);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.USER, server.password());
    }
}
