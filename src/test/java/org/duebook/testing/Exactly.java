package org.duebook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.duebook.policy.VariationParameters;
import org.springframework.util.FileSystemUtils;

/** A plant that is declared never to vary: what it plans for a minute is done at that minute. */
public final class Exactly {

    public static final VariationParameters AS_PLANNED = new VariationParameters(
            "paper-1", 0.9, 0, 0, 0, Duration.ofHours(200), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private Exactly() {}

    /** The rules that ship, copied to a folder that is made anew, but for what they declare to vary, with a release on every working day. */
    public static Path rules(String folder) {
        Path copy = Path.of("target", folder);
        try {
            FileSystemUtils.deleteRecursively(copy);
            FileSystemUtils.copyRecursively(Path.of("rules"), copy);
            Path table = copy.resolve("tables/promise-parameters.csv");
            Files.writeString(
                    table,
                    Files.readString(table)
                            .replaceAll("(run time over plan|operations with scrap|scrap),[^,]*,", "$1,0 %,")
                            .replaceAll("(repair|receipt late|purchase late),[^,]*,", "$1,0 h,"));
            EveryWorkingDay.in(copy);
            return copy;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
