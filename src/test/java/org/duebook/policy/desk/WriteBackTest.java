package org.duebook.policy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.WriteBackOutcome;
import org.duebook.policy.load.RuleFiles;
import org.duebook.shared.Actor;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running files written into the analysts' folder. */
class WriteBackTest {

    private static final Actor ANALYST = new Actor("analyst");
    private static final String DEPOSIT = "tables/deposit.csv";
    private static final String SCENARIO = "tests/special.scenario.csv";

    @TempDir
    private Path folder;

    private final RulesRows rows = RulesRows.empty();

    @BeforeEach
    void folderHoldsAScenarioToo() {
        String scenarios = RuleFolder.shipped().text("tests/deposit.scenario.csv");
        RuleFolder.small()
                .put(SCENARIO, String.join("\n", scenarios.lines().limit(2).toList()))
                .save(folder);
    }

    @Test
    void runningFilesAreWrittenAndTheFolderStandsForThem() throws IOException {
        try (RulesDesk desk = desk()) {
            publish35WithoutScenario(desk);

            WriteBackOutcome outcome = desk.writeBack(false, ANALYST);

            assertThat(outcome)
                    .isEqualTo(new WriteBackOutcome.Written(desk.status().version(), List.of(DEPOSIT, SCENARIO)));
            assertThat(inFolder().version()).isEqualTo(desk.status().version());
            assertThat(folder.resolve(SCENARIO)).doesNotExist();
            assertThat(desk.status().folder().standsFor())
                    .isEqualTo(desk.status().version());
            try (Stream<Path> left = Files.list(folder.resolve("tables"))) {
                assertThat(left).noneMatch(file -> file.toString().endsWith(".tmp"));
            }

            RuleFolder.small().replace(DEPOSIT, "30 %,30 %", "40 %,40 %").save(folder);
            desk.look();
            assertThat(SpecialDeposit.deposit(desk)).isEqualTo("40");
            assertThat(desk.writeBack(false, ANALYST))
                    .isEqualTo(new WriteBackOutcome.Written(desk.status().version(), List.of()));
        }
    }

    @Test
    void editsThatWereNotPublishedAreLostByForceOnly() {
        try (RulesDesk desk = desk()) {
            publish35WithoutScenario(desk);
            RuleFolder.small().replace("tables/approval.csv", "24 h", "25 h").save(folder);
            RuleFiles edited = inFolder();

            assertThat(desk.writeBack(false, ANALYST))
                    .isEqualTo(new WriteBackOutcome.Edited(List.of("tables/approval.csv")));
            assertThat(inFolder().version()).isEqualTo(edited.version());

            assertThat(desk.writeBack(true, ANALYST)).isInstanceOf(WriteBackOutcome.Written.class);
            assertThat(inFolder().version()).isEqualTo(desk.status().version());
        }
    }

    @Test
    void folderLeftHalfWrittenIsNeverPublishedByItself() {
        String running;
        try (RulesDesk desk = desk()) {
            running = desk.status().version();
        }
        rows.jdbc().sql("update rule_set_folder set number = null").update();
        RuleFolder.small().replace(DEPOSIT, "30 %,30 %", "35 %,35 %").save(folder);

        try (RulesDesk again = desk()) {
            assertThat(again.status().version()).isEqualTo(running);
            assertThat(again.status().rejected()).isPresent();
            assertThat(again.writeBack(true, ANALYST)).isInstanceOf(WriteBackOutcome.Written.class);
            assertThat(inFolder().version()).isEqualTo(running);
            assertThat(again.status().rejected()).isEmpty();
        }
    }

    private void publish35WithoutScenario(RulesDesk desk) {
        byte[] table = RuleFolder.small()
                .replace(DEPOSIT, "30 %,30 %", "35 %,35 %")
                .files()
                .bytes(DEPOSIT);
        desk.publish(
                new RuleChange(
                        desk.status().version(),
                        Map.of(DEPOSIT, Optional.of(table), SCENARIO, Optional.empty()),
                        "special orders pay 35 %",
                        Optional.empty()),
                ANALYST);
        assertThat(SpecialDeposit.deposit(desk)).isEqualTo("35");
    }

    private RulesDesk desk() {
        RulesDesk desk = rows.desk("one", new RulesFolder(folder), true, new TestClock());
        desk.awaitOpen();
        return desk;
    }

    private RuleFiles inFolder() {
        return new RulesFolder(folder).read();
    }
}
