package org.duebook.planning.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a benchmark as a JSON file, whole after every row.
 *
 * @param <R> a record
 */
public final class ResultFile<R> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final List<R> rows = new ArrayList<>();

    /** Goes on with the rows the file has, unless it is to be begun anew. */
    public ResultFile(Path file, Class<R[]> type, boolean fresh) throws IOException {
        this.file = file;
        if (!fresh && Files.exists(file)) {
            rows.addAll(List.of(JSON.readValue(Files.readAllBytes(file), type)));
        }
    }

    boolean has(Predicate<R> row) {
        return rows.stream().anyMatch(row);
    }

    List<R> rows() {
        return List.copyOf(rows);
    }

    public void add(R row) throws IOException {
        rows.add(row);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = Files.write(Path.of(file + ".part"), JSON.writeValueAsBytes(rows));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
