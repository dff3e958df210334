package org.duebook.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thirty kills in six rounds. A round that passed leaves its story in {@code target/soak} and is not run again. */
class KilledInstancesSoak {

    private static final int KILLS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatWasAcknowledgedBeforeAKillIsThereOnceAndTheRunGoesOn(int round) throws Exception {
        Path folder = Path.of("target/soak/kills-" + round);
        Path passed = folder.resolve("passed.txt");
        if (Files.notExists(passed)) {
            List<String> story = new KillRound(folder).kill(KILLS, round);
            Files.write(passed, story);
        }
        Files.readAllLines(passed).forEach(System.out::println);
    }
}
