package org.duebook.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same as {@link SmallPlantsTest}, ten thousand times; goes on where it was interrupted. */
class SmallPlantsSoak {
    private static final int PLANTS = 10_000;
    private static final int AT_ONCE = 200;
    private static final Path PROVEN = Path.of("target/soak/small-plants.txt");

    @Test
    void plansOfTenThousandSmallPlantsCanBeCarriedOut() throws IOException {
        Files.createDirectories(PROVEN.toAbsolutePath().getParent());
        int proven =
                Files.exists(PROVEN) ? Integer.parseInt(Files.readString(PROVEN).strip()) : 0;
        while (proven < PLANTS) {
            int next = Math.min(PLANTS, proven + AT_ONCE);
            assertThat(SmallPlants.faults(proven + 1L, next + 1L)).isEmpty();
            proven = next;
            Files.writeString(PROVEN, proven + "\n");
            System.out.println(proven + " of " + PLANTS + " small plants proven");
        }
    }
}
