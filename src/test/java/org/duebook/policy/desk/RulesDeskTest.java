package org.duebook.policy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.duebook.policy.AnOrder;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.RuleSetStatus;
import org.duebook.policy.load.BrokenFile;
import org.duebook.policy.load.BrokenFilesTest;
import org.duebook.policy.load.BrokenLaterTablesTest;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.order.OrderJudge;
import org.duebook.shared.Actor;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the running rules when files are saved. */
class RulesDeskTest {

    private static final Actor ANALYST = new Actor("analyst");
    private static final String DEPOSIT = "tables/deposit.csv";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final RulesRows rows = RulesRows.empty();

    @Test
    void savedTableTakesEffectWithoutRestart() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(true)) {
            assertThat(deposit(desk)).isEqualTo("30");

            write(RuleFolder.small().replace(DEPOSIT, "30 %,30 %", "35 %,35 %"));
            desk.look();

            assertThat(deposit(desk)).isEqualTo("35");
            assertThat(rows.published()).hasSize(2);
        }
    }

    @Test
    void typoKeepsTheRunningRulesAndIsToldAtItsPlace() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(true)) {
            String before = desk.status().version();

            write(RuleFolder.small().replace(DEPOSIT, "SPECIAL", "SPECAIL"));
            desk.look();

            assertThat(desk.status().version()).isEqualTo(before);
            assertThat(deposit(desk)).isEqualTo("30");
            assertThat(rejected(desk).report().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.file()).isEqualTo(DEPOSIT);
                assertThat(fault.row()).isEqualTo(2);
                assertThat(fault.column()).isEqualTo("order type");
                assertThat(fault.found()).isEqualTo("SPECAIL");
                assertThat(fault.wanted()).contains("did you mean 'SPECIAL'");
            });
        }
    }

    @Test
    void noneOfTheBrokenFilesEverDecides() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(true)) {
            String running = desk.status().version();
            Map<String, byte[]> sound = desk.runningFiles().all();
            AtomicInteger refused = new AtomicInteger();

            Stream.concat(BrokenFilesTest.brokenFiles(), BrokenLaterTablesTest.brokenFiles())
                    .map(BrokenFile::folder)
                    .forEach(broken -> {
                        Map<String, Optional<byte[]>> files = new HashMap<>();
                        sound.keySet().forEach(path -> files.put(path, Optional.empty()));
                        broken.all().forEach((path, bytes) -> files.put(path, Optional.of(bytes)));

                        PublishOutcome outcome =
                                desk.publish(new RuleChange(running, files, "broken", Optional.empty()), ANALYST);

                        assertThat(outcome).isInstanceOf(PublishOutcome.Refused.class);
                        assertThat(desk.status().version()).isEqualTo(running);
                        refused.incrementAndGet();
                    });

            assertThat(refused.get()).isGreaterThan(100);
            assertThat(rows.published()).containsExactly(running);
            assertThat(deposit(desk)).isEqualTo("30");
        }
    }

    @Test
    void reloadsGiveTheirClassesBack() {
        RuleFiles files = RuleFolder.small().files();
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        RuleSetLoader.load(files).ruleSet().orElseThrow().leave();
        long before = classes.getTotalLoadedClassCount();
        RuleSetLoader.load(files).ruleSet().orElseThrow().leave();
        long ofOne = classes.getTotalLoadedClassCount() - before;
        System.gc();
        long unloaded = classes.getUnloadedClassCount();

        for (int reload = 0; reload < 10; reload++) {
            RuleSetLoader.load(files).ruleSet().orElseThrow().leave();
        }
        System.gc();

        assertThat(ofOne).isPositive();
        assertThat(classes.getUnloadedClassCount() - unloaded).isGreaterThanOrEqualTo(8 * ofOne);
    }

    @Test
    void halfSavedFileHealsWhenItIsSavedWhole() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(true)) {
            String whole = RuleFolder.small().text(DEPOSIT);
            write(RuleFolder.small().put(DEPOSIT, whole.substring(0, whole.length() / 2)));
            desk.look();
            assertThat(desk.status().rejected()).isPresent();

            write(RuleFolder.small());
            desk.look();

            assertThat(desk.status().rejected()).isEmpty();
        }
    }

    @Test
    void manualDeskPublishesOnlyWhenAsked() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(false)) {
            write(RuleFolder.small().replace(DEPOSIT, "30 %,30 %", "35 %,35 %"));
            desk.look();
            assertThat(deposit(desk)).isEqualTo("30");

            PublishOutcome outcome = desk.reload(ANALYST);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PublishOutcome.Published.class,
                            it -> assertThat(it.by()).isEqualTo(ANALYST));
            assertThat(deposit(desk)).isEqualTo("35");
        }
    }

    @Test
    void publicationOfAnotherInstanceIsFollowed() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(false)) {
            try (RulesDesk other = rows.desk("other", new RulesFolder(folder), false, clock)) {
                write(RuleFolder.small().replace(DEPOSIT, "30 %,30 %", "40 %,40 %"));
                other.reload(ANALYST);
            }

            desk.look();

            assertThat(deposit(desk)).isEqualTo("40");
            assertThat(desk.status().by()).isEqualTo(ANALYST);
        }
    }

    @Test
    void brokenFolderAtStartRunsWhatWasPublishedLast() {
        write(RuleFolder.small());
        running(true).close();
        write(RuleFolder.small().replace(DEPOSIT, "SPECIAL", "SPECAIL"));

        try (RulesDesk desk = running(true)) {
            assertThat(desk.status().version())
                    .isEqualTo(RuleFolder.small().files().version());
            assertThat(rejected(desk).report().faults()).hasSize(1);
        }
    }

    @Test
    void brokenFolderWithNothingPublishedFailsTheStartWithItsFaults() {
        write(RuleFolder.small().replace(DEPOSIT, "SPECIAL", "SPECAIL"));

        try (RulesDesk desk = open(true)) {
            assertThatThrownBy(desk::awaitOpen)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nothing was published before")
                    .hasMessageContaining("tables/deposit.csv!2.order type: found 'SPECAIL'");
        }
    }

    @Test
    void checkingADraftChangesNothing() {
        write(RuleFolder.small());
        try (RulesDesk desk = running(true)) {
            String before = desk.status().version();

            assertThat(desk.check(RuleFolder.small()
                                    .replace(DEPOSIT, "30 %,30 %", "35 %,35 %")
                                    .all())
                            .passed())
                    .isTrue();

            assertThat(desk.status().version()).isEqualTo(before);
            assertThat(rows.published()).hasSize(1);
        }
    }

    @Test
    void decisionsDuringTwentySwapsComeFromOneVersionEach() {
        write(marked(0));
        try (RulesDesk desk = running(true);
                ScheduledExecutorService threads = Executors.newScheduledThreadPool(16)) {
            AtomicInteger judged = new AtomicInteger();
            List<ScheduledFuture<?>> judging = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                judging.add(threads.scheduleWithFixedDelay(() -> judgeOnce(desk, judged), 0, 2, TimeUnit.MILLISECONDS));
            }

            for (int swap = 1; swap <= 20; swap++) {
                write(marked(swap));
                assertThat(desk.reload(ANALYST)).isInstanceOf(PublishOutcome.Published.class);
            }

            assertThat(judging).as("a task that failed is done").noneMatch(Future::isDone);
            judging.forEach(task -> task.cancel(false));
            assertThat(judged.get()).isGreaterThan(20);
            assertThat(deposit(desk)).isEqualTo("50");
        }
    }

    /** A set whose deposit and approval carry the same number: a decision mixed of two sets would show two. */
    private static RuleFolder marked(int swap) {
        return RuleFolder.small()
                .replace(DEPOSIT, "30 %,30 %", (30 + swap) + " %," + (30 + swap) + " %")
                .replace("tables/approval.csv", "24 h", (30 + swap) + " h");
    }

    private static void judgeOnce(RulesDesk desk, AtomicInteger judged) {
        OrderVerdict.Held held = special(desk);
        Hold.Deposit deposit = (Hold.Deposit) held.holds().getFirst();
        Hold.Approval approval = (Hold.Approval) held.holds().getLast();
        assertThat(approval.deadline())
                .isEqualTo(Duration.ofHours(deposit.percent().longValueExact()));
        judged.incrementAndGet();
    }

    private static OrderVerdict.Held special(RulesDesk desk) {
        OrderFacts facts = AnOrder.inOrder().type(OrderFacts.Type.SPECIAL).build();
        return (OrderVerdict.Held) desk.ask(rules -> new OrderJudge(rules).judge(facts));
    }

    private static String deposit(RulesDesk desk) {
        return ((Hold.Deposit) special(desk).holds().getFirst()).percent().toPlainString();
    }

    private static RuleSetStatus.Rejected rejected(RulesDesk desk) {
        return desk.status().rejected().orElseThrow();
    }

    private RulesDesk running(boolean publishesSavedFiles) {
        RulesDesk desk = open(publishesSavedFiles);
        desk.awaitOpen();
        return desk;
    }

    private RulesDesk open(boolean publishesSavedFiles) {
        return rows.desk("one", new RulesFolder(folder), publishesSavedFiles, clock);
    }

    private void write(RuleFolder rules) {
        rules.save(folder);
    }
}
