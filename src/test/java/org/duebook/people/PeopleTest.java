package org.duebook.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.duebook.shared.Saved;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({People.class, UserRows.class})
class PeopleTest {

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobody() {
        jdbc.sql("truncate app_user cascade").update();
    }

    @Test
    void firstStartMakesAnAdministratorAndShowsThePasswordOnce() {
        String made = people.ensureAdministrator(Optional.empty()).orElseThrow();

        User admin = people.findForLogin(People.ADMINISTRATOR).orElseThrow();
        assertThat(made).hasSize(16);
        assertThat(admin.roles()).contains(Role.ADMINISTRATOR);
        assertThat(admin.passwordHash()).startsWith("$2a$").doesNotContain(made);
        assertThat(people.isPasswordOf(admin, made)).isTrue();
        assertThat(people.ensureAdministrator(Optional.empty())).isEmpty();
    }

    @Test
    void passwordFromTheEnvironmentReplacesTheOldOne() {
        String made = people.ensureAdministrator(Optional.empty()).orElseThrow();

        assertThat(people.ensureAdministrator(Optional.of("correct horse"))).isEmpty();

        User admin = people.findForLogin(People.ADMINISTRATOR).orElseThrow();
        assertThat(people.isPasswordOf(admin, "correct horse")).isTrue();
        assertThat(people.isPasswordOf(admin, made)).isFalse();
    }

    @Test
    void samePasswordFromTheEnvironmentLeavesTheUserAlone() {
        people.ensureAdministrator(Optional.of("correct horse"));
        User before = people.findForLogin(People.ADMINISTRATOR).orElseThrow();

        people.ensureAdministrator(Optional.of("correct horse"));

        assertThat(people.findForLogin(People.ADMINISTRATOR)).contains(before);
    }

    @Test
    void nameIsGivenOnce() {
        assertThat(people.addUser("planner-1", "correct horse", Set.of(Role.PLANNER, Role.SALES)))
                .isEqualTo(Saved.CREATED);
        assertThat(people.addUser("planner-1", "other password", Set.of(Role.ADMINISTRATOR)))
                .isEqualTo(Saved.UNCHANGED);
        assertThat(people.users())
                .singleElement()
                .satisfies(user -> assertThat(user.roles()).containsExactlyInAnyOrder(Role.PLANNER, Role.SALES));
    }

    @Test
    void shortAndOverlongPasswordsAreRefused() {
        assertThatThrownBy(() -> people.addUser("planner-1", "1234567", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 8")
                .hasMessageNotContaining("1234567");
        assertThatThrownBy(() -> people.addUser("planner-1", "ä".repeat(37), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(people.addUser("planner-1", "ä".repeat(36), Set.of())).isEqualTo(Saved.CREATED);
    }

    @Test
    void keyOpensForItsOwnerUntilItIsRevoked() {
        people.addUser("seller-1", "correct horse", Set.of(Role.SALES));
        String key = people.issueKey("seller-1").orElseThrow();

        assertThat(people.findByKey(key)).map(User::name).contains("seller-1");
        assertThat(people.findByKey(key + "x")).isEmpty();
        ApiKey kept = people.keys("seller-1").getFirst();
        assertThat(key).startsWith(kept.prefix()).hasSizeGreaterThan(50);
        assertThat(kept.issuedAt()).isEqualTo(TestClock.START);

        assertThat(people.revokeKey(kept.prefix())).isTrue();
        assertThat(people.findByKey(key)).isEmpty();
        assertThat(people.revokeKey(kept.prefix())).isFalse();
        assertThat(people.keys("seller-1").getFirst().revokedAt()).isEqualTo(TestClock.START);
    }

    @Test
    void keyItselfIsNotKept() {
        people.addUser("seller-1", "correct horse", Set.of(Role.SALES));
        String key = people.issueKey("seller-1").orElseThrow();

        String rows = jdbc.sql("select string_agg(api_key::text, ' ') from api_key")
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain(key.substring(13));
    }

    @Test
    void nobodyGetsNoKey() {
        assertThat(people.issueKey("nobody")).isEmpty();
    }
}
