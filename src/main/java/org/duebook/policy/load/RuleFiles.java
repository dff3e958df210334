package org.duebook.policy.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.duebook.policy.RuleSetStatus.RuleFile;
import org.duebook.policy.table.Faults;

/** The files of a rule set, read once: path inside the rules folder → bytes. Their hash is the version. */
public final class RuleFiles {

    /** Hexadecimal digits of the hash that name a version. */
    private static final int DIGITS = 16;

    /** More files than this are refused. */
    public static final int MOST_FILES = 200;

    /** Larger files than this, in bytes, are refused. */
    public static final int LARGEST_FILE = 1_000_000;

    private static final Pattern PATH =
            Pattern.compile("ruleset\\.yml|(tables|templates|expert|tests)/[A-Za-z0-9][A-Za-z0-9._-]{0,80}");
    static final String WORKBOOK = ".xlsx";
    private static final int LARGEST_SET = 8_000_000;

    private final Map<String, byte[]> files;
    private final String version;

    public RuleFiles(Map<String, byte[]> files) {
        Map<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        this.files = Collections.unmodifiableMap(copy);
        this.version = version(copy);
    }

    public String version() {
        return version;
    }

    public Map<String, byte[]> all() {
        return files;
    }

    /** The file's bytes, or none when it is missing. */
    public byte[] bytes(String path) {
        return files.getOrDefault(path, new byte[0]);
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** Paths of the files in a folder, in order. */
    public List<String> in(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    /** These files with some of them changed, or removed where there is nothing. */
    public RuleFiles with(Map<String, Optional<byte[]>> changes) {
        Map<String, byte[]> all = new TreeMap<>(files);
        changes.forEach(
                (path, bytes) -> bytes.ifPresentOrElse(content -> all.put(path, content), () -> all.remove(path)));
        return new RuleFiles(all);
    }

    /** Paths of the files that are other ones there, or in one of the two only. */
    public SortedSet<String> differing(RuleFiles other) {
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files.keySet());
        paths.removeIf(path -> has(path) == other.has(path) && Arrays.equals(bytes(path), other.bytes(path)));
        return paths;
    }

    /** The file a table lies in: the named one, or the workbook of the same name where only that is there. */
    public String lying(String table) {
        String workbook = asWorkbook(table);
        return !has(table) && has(workbook) ? workbook : table;
    }

    static String asWorkbook(String table) {
        return table.replaceFirst("\\.csv$", WORKBOOK);
    }

    public List<RuleFile> describe() {
        return files.entrySet().stream()
                .map(file -> new RuleFile(file.getKey(), hex(sha256().digest(file.getValue())), file.getValue().length))
                .toList();
    }

    /** Refuses what is too much before anything reads it. */
    boolean fit(Faults faults) {
        int before = faults.size();
        if (files.size() > MOST_FILES) {
            faults.add("", 0, "", files.size() + " files", "at most " + MOST_FILES, "remove what is no rule");
        }
        files.keySet().stream()
                .filter(path -> !PATH.matcher(path).matches())
                .forEach(path -> faults.add(
                        path,
                        0,
                        "",
                        path,
                        "ruleset.yml, or tables, templates, expert or tests and a plain file name",
                        "rename it"));
        long sum = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            sum += file.getValue().length;
            if (file.getValue().length > LARGEST_FILE) {
                faults.add(
                        file.getKey(),
                        0,
                        "",
                        file.getValue().length + " bytes",
                        "at most " + LARGEST_FILE,
                        "split the file");
            }
        }
        if (sum > LARGEST_SET) {
            faults.add("", 0, "", sum + " bytes in all", "at most " + LARGEST_SET, "remove what is not needed");
        }
        return faults.size() == before;
    }

    private static String version(Map<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((path, bytes) -> {
            digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return hex(digest.digest()).substring(0, DIGITS);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
