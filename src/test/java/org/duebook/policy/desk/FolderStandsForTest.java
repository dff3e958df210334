package org.duebook.policy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.policy.desk.SpecialDeposit.asking;
import static org.duebook.policy.desk.SpecialDeposit.deposit;
import static org.duebook.policy.desk.SpecialDeposit.to;

import java.nio.file.Path;
import org.duebook.policy.PublishOutcome;
import org.duebook.shared.Actor;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved files take effect where they are an edit of what runs, and undo nothing otherwise, across restarts too. */
class FolderStandsForTest {

    private static final Actor ANALYST = new Actor("analyst");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final RulesRows rows = RulesRows.empty();

    @BeforeEach
    void folderHolds30PerCent() {
        asking("30").save(folder);
    }

    @Test
    void untouchedFolderNeverUndoesAPublication() {
        try (RulesDesk desk = desk("one")) {
            desk.publish(to("35", desk), ANALYST);
            desk.look();
            assertThat(deposit(desk)).isEqualTo("35");
        }

        try (RulesDesk again = desk("again")) {
            assertThat(deposit(again)).isEqualTo("35");
            assertThat(again.status().rejected()).isEmpty();
            assertThat(again.status().folder().edited()).isFalse();
            assertThat(again.status().folder().standsFor())
                    .isEqualTo(asking("30").files().version());
            assertThat(rows.published()).hasSize(2);
        }
    }

    @Test
    void folderEditedFromAnotherVersionIsOutdatedUntilReloadedOnPurpose() {
        try (RulesDesk desk = desk("one")) {
            desk.publish(to("35", desk), ANALYST);
            asking("40").save(folder);
            desk.look();

            assertThat(deposit(desk)).isEqualTo("35");
            assertThat(desk.status().folder().edited()).isTrue();
            assertThat(desk.status().rejected().orElseThrow().report().faults())
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.found()).contains(asking("30").files().version());
                        assertThat(fault.wanted()).contains(asking("35").files().version());
                        assertThat(fault.cure()).contains("written back").contains("reload");
                    });
        }
        try (RulesDesk again = desk("again")) {
            assertThat(deposit(again)).isEqualTo("35");
            assertThat(again.status().rejected()).isPresent();

            assertThat(again.reload(ANALYST)).isInstanceOf(PublishOutcome.Published.class);

            assertThat(deposit(again)).isEqualTo("40");
            assertThat(again.status().rejected()).isEmpty();
            asking("45").save(folder);
            again.look();
            assertThat(deposit(again)).isEqualTo("45");
        }
    }

    @Test
    void folderEditedWhileNothingRanIsPublishedAtStart() {
        desk("one").close();
        asking("40").save(folder);

        try (RulesDesk again = desk("again")) {
            assertThat(deposit(again)).isEqualTo("40");
            assertThat(rows.published()).hasSize(2);
        }
    }

    @Test
    void rollbackIsNotUndoneByAFolderEditedBefore() {
        try (RulesDesk desk = desk("one")) {
            String first = desk.status().version();
            asking("40").save(folder);
            desk.look();
            desk.rollback(first, "40 was a mistake", ANALYST);
            asking("41").save(folder);
            desk.look();
            assertThat(deposit(desk)).isEqualTo("30");
        }
        try (RulesDesk again = desk("again")) {
            assertThat(deposit(again)).isEqualTo("30");
        }
    }

    @Test
    void editOfAVersionThatRunsAgainIsToldByItsPublication() {
        try (RulesDesk desk = desk("one")) {
            String first = desk.status().version();
            desk.publish(to("35", desk), ANALYST);
            desk.rollback(first, "35 was a mistake", ANALYST);
            asking("41").save(folder);
            desk.look();

            assertThat(desk.status().rejected().orElseThrow().report().faults())
                    .singleElement()
                    .satisfies(fault -> {
                        String from = fault.found().replace("files edited from ", "");
                        assertThat(from).startsWith("publication ").contains(first);
                        assertThat(fault.wanted()).contains(first).doesNotContain(from);
                    });
        }
    }

    private RulesDesk desk(String instance) {
        RulesDesk desk = rows.desk(instance, new RulesFolder(folder), true, clock);
        desk.awaitOpen();
        return desk;
    }
}
