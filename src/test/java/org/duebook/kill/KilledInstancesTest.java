package org.duebook.kill;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A sample of {@link KilledInstancesSoak}. */
class KilledInstancesTest {

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnceAndTheRunGoesOn() throws Exception {
        new KillRound(Path.of("target/kill")).kill(1, 1).forEach(System.out::println);
    }
}
