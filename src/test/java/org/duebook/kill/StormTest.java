package org.duebook.kill;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A sample of {@link StormSoak}. */
class StormTest {

    @Test
    void everyPromiseGivenInAStormIsThereOnceAfterAKill() throws Exception {
        new Storm(Path.of("target/storm")).rage(8, Duration.ofSeconds(8)).forEach(System.out::println);
    }
}
