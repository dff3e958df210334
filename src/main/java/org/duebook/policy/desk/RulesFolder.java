package org.duebook.policy.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.duebook.policy.load.RuleFiles;

/** The analysts' folder. Reads rule files only; what editors leave beside them (lock and backup files) is not seen. */
public final class RulesFolder {

    private static final List<String> FOLDERS = List.of("tables", "templates", "expert", "tests");
    private static final List<String> LEFTOVERS = List.of("~", ".bak", ".tmp", ".swp", ".part", ".md");
    private static final String TOP = "ruleset.yml";

    private final Path folder;

    public RulesFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path path() {
        return folder;
    }

    /** The files as they are this moment; one that is just being replaced may be missing or cut, the next reading heals it. */
    public RuleFiles read() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            read(TOP, folder.resolve(TOP), files);
            for (String name : FOLDERS) {
                readAll(name, folder.resolve(name), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("rules folder " + folder + " cannot be read", e);
        }
        return new RuleFiles(files);
    }

    /** Makes some files those of a rule set, each whole or not at all; a file it does not have is removed. */
    void write(RuleFiles wanted, List<String> paths) {
        try {
            for (String path : paths) {
                Path file = folder.resolve(path).normalize();
                if (!file.startsWith(folder)) {
                    throw new IllegalArgumentException("file " + path + " is outside " + folder);
                }
                if (wanted.has(path)) {
                    replace(file, wanted.bytes(path));
                } else {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("rules folder " + folder + " cannot be written", e);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        Path fresh = parent.resolve("." + file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void readAll(String name, Path directory, Map<String, byte[]> files) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, RulesFolder::isWanted)) {
            for (Path entry : entries) {
                read(name + "/" + entry.getFileName(), entry, files);
                if (files.size() > RuleFiles.MOST_FILES) {
                    return;
                }
            }
        }
    }

    private static boolean isWanted(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return Files.isRegularFile(entry)
                && !name.startsWith(".")
                && !name.startsWith("~")
                && !name.startsWith("#")
                && LEFTOVERS.stream().noneMatch(name::endsWith);
    }

    /** One byte past the limit is enough to refuse a file. */
    private static void read(String path, Path file, Map<String, byte[]> files) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            files.put(path, in.readNBytes(RuleFiles.LARGEST_FILE + 1));
        } catch (NoSuchFileException e) {
            files.remove(path);
        }
    }
}
