package org.duebook.kill;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 32 sellers on the same bottleneck for a minute, one of two instances killed halfway. */
class StormSoak {

    @Test
    void everyPromiseGivenInAStormIsThereOnceAfterAKill() throws Exception {
        new Storm(Path.of("target/soak/storm")).rage(32, Duration.ofSeconds(60)).forEach(System.out::println);
    }
}
