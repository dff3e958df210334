package org.duebook.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The folder everything that must survive is kept in; nothing is written elsewhere.
 *
 * @param folder {@code DUEBOOK_HOME}, by default {@code ~/.duebook}
 */
@ConfigurationProperties("duebook.home")
public record Home(Path folder) {

    /** A folder inside the home, made when it is missing. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Where a file that people look for is written, such as {@code order-balance-sheet.xlsx}. */
    public Path file(String name) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(name);
    }
}
