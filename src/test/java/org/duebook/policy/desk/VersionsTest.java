package org.duebook.policy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.policy.desk.SpecialDeposit.asking;
import static org.duebook.policy.desk.SpecialDeposit.deposit;
import static org.duebook.policy.desk.SpecialDeposit.to;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleInstance;
import org.duebook.policy.RuleSetVersion;
import org.duebook.policy.RuleSetVersion.How;
import org.duebook.policy.RuleSetVersion.State;
import org.duebook.policy.engine.RuleSet;
import org.duebook.shared.Actor;
import org.duebook.testing.TestClock;
import org.duebook.testing.TestServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Versions published, scheduled, withdrawn and rolled back, on two instances with one database. */
class VersionsTest {

    private static final Actor ANALYST = new Actor("analyst");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final RulesRows rows = RulesRows.empty();

    @BeforeEach
    void folderHolds30PerCent() {
        asking("30").save(folder);
    }

    @Test
    void changeIsPublishedWithItsAuthorAndComment() {
        try (RulesDesk desk = desk("one")) {
            clock.advance(HOUR);

            PublishOutcome outcome = desk.publish(to("35", desk), ANALYST);

            assertThat(deposit(desk)).isEqualTo("35");
            String version = asking("35").files().version();
            assertThat(outcome).isEqualTo(new PublishOutcome.Published(version, clock.instant(), ANALYST));
            assertThat(desk.versions())
                    .extracting(RuleSetVersion::version, RuleSetVersion::how, RuleSetVersion::state)
                    .containsExactly(
                            tuple(version, How.CHANGE, State.RUNS),
                            tuple(asking("30").files().version(), How.FOLDER, State.PAST));
            assertThat(desk.versions().getFirst().comment()).isEqualTo("to 35 %");
            assertThat(desk.versions().getFirst().by()).isEqualTo(ANALYST);
            assertThat(desk.files(version).orElseThrow().bytes(SpecialDeposit.TABLE))
                    .isEqualTo(asking("35").all().get(SpecialDeposit.TABLE));
        }
    }

    @Test
    void changeOfAVersionThatNoLongerRunsIsOutdated() {
        try (RulesDesk desk = desk("one")) {
            RuleChange late = to("40", desk);
            desk.publish(to("35", desk), ANALYST);

            PublishOutcome outcome = desk.publish(late, ANALYST);

            assertThat(outcome)
                    .isEqualTo(new PublishOutcome.Outdated(
                            asking("30").files().version(), asking("35").files().version()));
            assertThat(deposit(desk)).isEqualTo("35");
        }
    }

    @Test
    void changeThatChangesNothingOrIsFaultyPublishesNothing() {
        try (RulesDesk desk = desk("one")) {
            assertThat(desk.publish(to("30", desk), ANALYST)).isInstanceOf(PublishOutcome.Unchanged.class);
            assertThat(desk.publish(to("30 of a hundred", desk), ANALYST)).isInstanceOf(PublishOutcome.Refused.class);
            assertThat(desk.publish(change(desk, Map.of("../etc/passwd", Optional.of(new byte[] {1}))), ANALYST))
                    .isInstanceOf(PublishOutcome.Refused.class);
            assertThat(desk.publish(change(desk, Map.of(SpecialDeposit.TABLE, Optional.empty())), ANALYST))
                    .isInstanceOf(PublishOutcome.Refused.class);

            assertThat(rows.published()).hasSize(1);
            assertThat(desk.status().rejected()).isEmpty();
        }
    }

    @Test
    void scheduledChangeDecidesFromItsInstantOnEveryInstance() {
        try (RulesDesk one = desk("one");
                RulesDesk two = desk("two")) {
            Instant then = clock.instant().plus(HOUR);

            assertThat(one.publish(to("35", one, then), ANALYST)).isInstanceOf(PublishOutcome.Scheduled.class);
            two.look();
            assertThat(two.status().waiting().orElseThrow().effectiveFrom()).isEqualTo(then);
            clock.set(then.minusNanos(1_000));
            one.look();
            two.look();
            assertThat(deposit(one) + deposit(two)).isEqualTo("3030");

            clock.set(then);
            one.look();
            two.look();
            assertThat(deposit(one) + deposit(two)).isEqualTo("3535");
            assertThat(two.status().since()).isEqualTo(then);
            assertThat(two.status().waiting()).isEmpty();
            assertThat(two.versions().getFirst().state()).isEqualTo(State.RUNS);
        }
    }

    @Test
    void onlyOneMayWait() {
        try (RulesDesk desk = desk("one")) {
            desk.publish(to("35", desk, clock.instant().plus(HOUR)), ANALYST);

            assertThat(desk.publish(to("40", desk), ANALYST)).isInstanceOf(PublishOutcome.Waiting.class);
            asking("40").save(folder);
            desk.look();
            assertThat(desk.status().rejected().orElseThrow().report().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.cure()).contains("withdraw"));
            assertThat(desk.reload(ANALYST)).isInstanceOf(PublishOutcome.Waiting.class);
            assertThat(rows.published()).hasSize(2);

            desk.withdraw(desk.status().waiting().orElseThrow().number(), ANALYST);
            desk.look();
            assertThat(deposit(desk)).isEqualTo("40");
            assertThat(desk.status().rejected()).isEmpty();
        }
    }

    @Test
    void withdrawnPublicationNeverDecidesAndIsWithdrawnOnce() {
        try (RulesDesk one = desk("one");
                RulesDesk two = desk("two")) {
            Instant then = clock.instant().plus(Duration.ofSeconds(30));
            one.publish(to("35", one, then), ANALYST);
            two.look();
            long number = two.status().waiting().orElseThrow().number();

            RuleSetVersion withdrawn = one.withdraw(number, ANALYST).orElseThrow();

            assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
            assertThat(withdrawn.withdrawal().orElseThrow().by()).isEqualTo(ANALYST);
            assertThat(two.withdraw(number, ANALYST)).isEmpty();
            clock.set(then);
            one.look();
            two.look();
            assertThat(deposit(one) + deposit(two)).isEqualTo("3030");
            assertThat(two.rollback(asking("35").files().version(), "never ran", ANALYST))
                    .isInstanceOf(PublishOutcome.Unknown.class);
        }
    }

    @Test
    void whatDecidesAlreadyCannotBeWithdrawn() {
        try (RulesDesk desk = desk("one")) {
            desk.publish(to("35", desk, clock.instant().plus(HOUR)), ANALYST);
            long number = desk.status().waiting().orElseThrow().number();
            clock.advance(HOUR);

            assertThat(desk.withdraw(number, ANALYST)).isEmpty();
            assertThat(deposit(desk)).isEqualTo("35");
        }
    }

    @Test
    void instanceWhoseClockIsAheadLeavesWhatAnotherWithdraws() {
        TestClock ahead = new TestClock();
        try (RulesDesk one = desk("one");
                RulesDesk two = rows.desk("two", new RulesFolder(folder), true, ahead)) {
            Instant then = clock.instant().plus(Duration.ofSeconds(1));
            one.publish(to("35", one, then), ANALYST);
            ahead.set(then);
            two.look();
            assertThat(deposit(two)).isEqualTo("35");

            assertThat(one.withdraw(one.status().waiting().orElseThrow().number(), ANALYST))
                    .isPresent();
            two.look();

            assertThat(deposit(two)).isEqualTo("30");
            clock.set(then);
            one.look();
            assertThat(deposit(one)).isEqualTo("30");
        }
    }

    @Test
    void rollbackToWhatRunsTellsWhatItWithdrew() {
        try (RulesDesk desk = desk("one")) {
            String first = desk.status().version();
            desk.publish(to("35", desk, clock.instant().plus(HOUR)), ANALYST);
            long number = desk.status().waiting().orElseThrow().number();

            PublishOutcome outcome = desk.rollback(first, "not now", ANALYST);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PublishOutcome.Unchanged.class,
                            it -> assertThat(it.withdrawn().orElseThrow().number())
                                    .isEqualTo(number));
            assertThat(desk.status().waiting()).isEmpty();
        }
    }

    @Test
    void lastOlderVersionsAskedAreKeptAndTheRestGivenBack() {
        try (RulesDesk desk = desk("one")) {
            for (String percent : List.of("35", "40", "45")) {
                desk.publish(to(percent, desk), ANALYST);
            }
            RuleSet first = asked("30", desk);

            assertThat(asked("30", desk)).isSameAs(first);
            asked("35", desk);
            asked("40", desk);

            assertThat(first.enter()).isFalse();
            assertThat(asked("30", desk)).isNotSameAs(first);
            assertThat(asked("45", desk)).isSameAs(desk.ask(rules -> rules));
        }
    }

    private static RuleSet asked(String percent, RulesDesk desk) {
        return desk.with(asking(percent).files().version(), rules -> rules).orElseThrow();
    }

    @Test
    void momentMustLieAheadButNotFar() {
        try (RulesDesk desk = desk("one")) {
            Instant now = clock.instant();

            assertThat(desk.publish(to("35", desk, now), ANALYST)).isInstanceOf(PublishOutcome.NotThen.class);
            assertThat(desk.publish(to("35", desk, now.minus(HOUR)), ANALYST))
                    .isInstanceOf(PublishOutcome.NotThen.class);
            assertThat(desk.publish(
                            to("35", desk, now.plus(Duration.ofDays(366)).plusSeconds(1)), ANALYST))
                    .isInstanceOf(PublishOutcome.NotThen.class);
            assertThat(desk.publish(to("35", desk, Instant.MAX), ANALYST)).isInstanceOf(PublishOutcome.NotThen.class);
            assertThat(rows.published()).hasSize(1);
        }
    }

    @Test
    void scheduledVersionThatNoLongerRunsLeavesTheRunningOneDeciding() {
        try (RulesDesk desk = desk("one")) {
            desk.publish(to("35", desk, clock.instant().plus(HOUR)), ANALYST);
            rows.jdbc().sql("alter table rule_set_file disable trigger user").update();
            rows.jdbc()
                    .sql("update rule_set_file set bytes = 'x' where path = :path and version = :version")
                    .param("path", "tables/credit.csv")
                    .param("version", asking("35").files().version())
                    .update();
            rows.jdbc().sql("alter table rule_set_file enable trigger user").update();
            clock.advance(HOUR);

            desk.look();

            assertThat(deposit(desk)).isEqualTo("30");
            assertThat(desk.status().failed().orElseThrow().report().faults()).isNotEmpty();
            assertThat(desk.versions().getFirst().state()).isEqualTo(State.DUE);
            try (RulesDesk again = desk("again")) {
                assertThat(deposit(again)).isEqualTo("30");
                assertThat(again.status().failed()).isPresent();
            }
            assertThat(desk.publish(to("40", desk), ANALYST)).isInstanceOf(PublishOutcome.Published.class);
            assertThat(desk.status().failed()).isEmpty();
            assertThat(deposit(desk)).isEqualTo("40");
        }
    }

    @Test
    void rollbackReachesEveryInstanceAndWithdrawsWhatWaits() {
        try (RulesDesk one = desk("one");
                RulesDesk two = desk("two")) {
            String first = one.status().version();
            one.publish(to("35", one), ANALYST);
            one.publish(to("40", one, clock.instant().plus(HOUR)), ANALYST);
            two.look();
            assertThat(deposit(two)).isEqualTo("35");

            assertThat(two.rollback(first, "35 was a mistake", ANALYST)).isInstanceOf(PublishOutcome.Published.class);
            one.look();

            assertThat(deposit(one) + deposit(two)).isEqualTo("3030");
            assertThat(one.versions())
                    .extracting(RuleSetVersion::state)
                    .containsExactly(State.RUNS, State.WITHDRAWN, State.PAST, State.PAST);
            assertThat(one.versions().getFirst().how()).isEqualTo(How.ROLLBACK);
            clock.advance(HOUR.multipliedBy(2));
            one.look();
            assertThat(deposit(one)).isEqualTo("30");
            assertThat(one.rollback(first, "again", ANALYST)).isEqualTo(new PublishOutcome.Unchanged(first));
            assertThat(one.rollback("0000000000000000", "which", ANALYST))
                    .isEqualTo(new PublishOutcome.Unknown("0000000000000000"));
        }
    }

    @Test
    void ofTwoPublishedAtTheSameMomentOneIsOutdated() throws Exception {
        try (RulesDesk one = desk("one");
                RulesDesk two = desk("two");
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 3; round++) {
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<PublishOutcome>> both = new ArrayList<>();
                for (RulesDesk desk : List.of(one, two)) {
                    RuleChange change = to((desk == one ? 40 : 60) + round + "", desk);
                    both.add(threads.submit(() -> {
                        start.await();
                        return desk.publish(change, ANALYST);
                    }));
                }

                List<PublishOutcome> outcomes =
                        List.of(both.get(0).get(), both.get(1).get());

                assertThat(outcomes).hasAtLeastOneElementOfType(PublishOutcome.Published.class);
                assertThat(outcomes).hasAtLeastOneElementOfType(PublishOutcome.Outdated.class);
                assertThat(rows.published()).hasSize(2 + round);
                one.look();
                two.look();
                assertThat(deposit(one)).isEqualTo(deposit(two));
            }
        }
    }

    @Test
    void existingDatabaseKeepsItsPublicationsAndItsFolder() {
        String database = TestServer.emptyDatabase();
        DriverManagerDataSource source = new DriverManagerDataSource(database, "postgres", "postgres");
        Flyway.configure().dataSource(source).target("64").load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into rule_set_version values ('0123456789abcdef', now(), 'system')")
                .update();
        jdbc.sql("""
                insert into rule_set_publication (version, published_at, published_by)
                values ('0123456789abcdef', '2026-01-05T00:00:00Z', 'system')""").update();

        Flyway.configure().dataSource(source).outOfOrder(true).load().migrate();

        assertThat(jdbc.sql("select how || comment from rule_set_publication where effective_from = published_at")
                        .query(String.class)
                        .single())
                .isEqualTo("FOLDER");
    }

    @Test
    void historyIsKeptAsItWas() {
        try (RulesDesk desk = desk("one")) {
            desk.awaitOpen();
            for (String table : List.of("rule_set_publication", "rule_set_version", "rule_set_file")) {
                assertThatThrownBy(() -> rows.jdbc()
                                .sql("update " + table + " set version = version")
                                .update())
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("kept as it was");
            }
        }
    }

    @Test
    void everyInstanceTellsWhatItRunsAndIsForgottenWhenItIsGone() {
        try (RulesDesk one = desk("one");
                RulesDesk two = desk("two")) {
            String before = two.status().version();
            clock.advance(Duration.ofSeconds(10));
            one.publish(to("35", one), ANALYST);

            assertThat(one.instances())
                    .extracting(RuleInstance::name, RuleInstance::version, RuleInstance::self)
                    .containsExactly(tuple("one", one.status().version(), true), tuple("two", before, false));
            two.look();
            assertThat(one.instances())
                    .extracting(RuleInstance::version, RuleInstance::runningSince)
                    .containsOnly(tuple(one.status().version(), clock.instant()));

            Instant said = clock.instant();
            clock.advance(Duration.ofSeconds(29));
            assertThat(one.instances().getFirst().seenAt()).isEqualTo(said);
            clock.advance(Duration.ofSeconds(61));
            assertThat(one.instances().getFirst().seenAt()).isEqualTo(clock.instant());
            clock.advance(Duration.ofSeconds(1));
            assertThat(one.instances()).extracting(RuleInstance::name).containsExactly("one");
        }
    }

    private RulesDesk desk(String instance) {
        RulesDesk desk = rows.desk(instance, new RulesFolder(folder), true, clock);
        desk.awaitOpen();
        return desk;
    }

    private static RuleChange change(RulesDesk desk, Map<String, Optional<byte[]>> files) {
        return new RuleChange(desk.status().version(), files, "a try", Optional.empty());
    }
}
