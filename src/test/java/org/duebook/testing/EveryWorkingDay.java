package org.duebook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The rules as shipped, but for one thing: new work is released on every working day, so that a test's dates do not hang on
 * the weekday it runs on.
 */
public final class EveryWorkingDay implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Several applications of one test run watch it, so it is written once. */
    private static final class Copy {

        static final Path FOLDER = copied(Path.of("target/rules-every-working-day"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "duebook.rules.folder=" + Copy.FOLDER);
    }

    private static Path copied(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            FileSystemUtils.copyRecursively(Path.of("rules"), folder);
            in(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be copied to " + folder, e);
        }
    }

    /** Makes every working day a day of release in a copy of the rules, without the scenarios that expect others. */
    public static void in(Path folder) throws IOException {
        Path parameters = folder.resolve("tables/promise-parameters.csv");
        String shipped = Files.readString(parameters);
        String changed = shipped.replace(",release days,Monday|Thursday,", ",release days,every working day,");
        if (changed.equals(shipped)) {
            throw new IllegalStateException(parameters + " has no row for release days as it was shipped");
        }
        Files.writeString(parameters, changed);
        Files.delete(folder.resolve("tests/release-days.scenario.csv"));
    }
}
