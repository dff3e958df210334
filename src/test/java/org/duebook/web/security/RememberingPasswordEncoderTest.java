package org.duebook.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.duebook.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTest {

    private final TestClock clock = new TestClock();
    private final Counting slow = new Counting();
    private final RememberingPasswordEncoder encoder = new RememberingPasswordEncoder(slow, clock);

    @Test
    void matchIsComparedOnceWithinTheMemory() {
        assertThat(encoder.matches("secret", "hash of secret")).isTrue();
        assertThat(encoder.matches("secret", "hash of secret")).isTrue();

        assertThat(slow.compared).hasValue(1);
    }

    @Test
    void matchIsComparedAgainAfterTheMemory() {
        encoder.matches("secret", "hash of secret");

        clock.advance(RememberingPasswordEncoder.MEMORY.plus(Duration.ofMillis(1)));
        encoder.matches("secret", "hash of secret");

        assertThat(slow.compared).hasValue(2);
    }

    @Test
    void changedPasswordIsAskedForAtOnce() {
        encoder.matches("secret", "hash of secret");

        assertThat(encoder.matches("secret", "hash of other")).isFalse();
    }

    @Test
    void missIsNeverRemembered() {
        encoder.matches("wrong", "hash of secret");
        encoder.matches("wrong", "hash of secret");

        assertThat(slow.compared).hasValue(2);
    }

    private static final class Counting implements PasswordEncoder {

        private final AtomicInteger compared = new AtomicInteger();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
            compared.incrementAndGet();
            return ("hash of " + password).equals(stored);
        }
    }
}
