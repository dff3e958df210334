package org.duebook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that stand in the source because no package registry of Java has them. */
class VendoredFilesTest {

    private static final Path TIMELINE = Path.of("src/main/resources/static/vis-timeline/8.5.4");

    @Test
    void timelineIsTheOneThatWasLookedAt() throws IOException, NoSuchAlgorithmException {
        List<String> sums = Files.readAllLines(TIMELINE.resolve("SHA256SUMS"));

        assertThat(sums).hasSize(2);
        for (String sum : sums) {
            String[] parts = sum.split(" +");
            byte[] content = Files.readAllBytes(TIMELINE.resolve(parts[1]));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .as(parts[1])
                    .isEqualTo(parts[0]);
        }
    }

    @Test
    void timelineStandsBesideItsLicences() {
        assertThat(TIMELINE.resolve("LICENSE.MIT.txt")).exists();
        assertThat(TIMELINE.resolve("LICENSE.Apache-2.0.txt")).exists();
        assertThat(TIMELINE.resolve("THIRD-PARTY.md")).exists();
    }
}
