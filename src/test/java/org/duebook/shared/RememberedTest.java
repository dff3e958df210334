package org.duebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicInteger lookups = new AtomicInteger();
    private final Remembered<String, Integer> remembered = new Remembered<>(Duration.ofHours(1));

    @Test
    void whatWasFoundIsNotLookedUpAgain() {
        remembered.find("a", this::lookUp);

        assertThat(remembered.find("a", this::lookUp)).contains(1);
        assertThat(remembered.find("b", this::lookUp)).contains(2);
    }

    @Test
    void whatIsOlderThanItsTimeIsLookedUpAgain() {
        Remembered<String, Integer> forNoTime = new Remembered<>(Duration.ZERO);

        forNoTime.find("a", this::lookUp);

        assertThat(forNoTime.find("a", this::lookUp)).contains(2);
    }

    @Test
    void whatWasNotThereIsLookedUpEveryTime() {
        assertThat(remembered.find("a", key -> Optional.empty())).isEmpty();

        assertThat(remembered.find("a", this::lookUp)).contains(1);
    }

    @Test
    void whatIsWrittenIsForgotten() {
        remembered.find("a", this::lookUp);

        remembered.forget();

        assertThat(remembered.find("a", this::lookUp)).contains(2);
    }

    @Test
    void whatIsWrittenWhileItIsLookedUpIsNotKept() {
        remembered.find("a", key -> {
            remembered.forget();
            return lookUp(key);
        });

        assertThat(remembered.find("a", this::lookUp)).contains(2);
    }

    private Optional<Integer> lookUp(String key) {
        return Optional.of(lookups.incrementAndGet());
    }
}
