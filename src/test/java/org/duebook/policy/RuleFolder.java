package org.duebook.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duebook.policy.desk.RulesFolder;
import org.duebook.policy.load.RuleFiles;

/** Rule files in memory, to be changed by a test. */
public final class RuleFolder {

    private final Map<String, byte[]> files;

    private RuleFolder(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** The rules as shipped. */
    public static RuleFolder shipped() {
        return new RuleFolder(new RulesFolder(Path.of("rules")).read().all());
    }

    /** The shipped rules with the first row of each table only, without tests and expert rules: compiles fast. */
    public static RuleFolder small() {
        RuleFolder folder = shipped();
        folder.files.keySet().removeIf(path -> path.startsWith("tests/") || path.startsWith("expert/"));
        folder.replace("ruleset.yml", "    expert: [across-lines.drl]\n", "");
        folder.files.keySet().stream()
                .filter(path -> path.startsWith("tables/") && !path.contains("parameters"))
                .toList()
                .forEach(path -> folder.put(path, firstRow(folder.text(path))));
        return folder;
    }

    public RuleFolder withoutTests() {
        files.keySet().removeIf(path -> path.startsWith("tests/"));
        return this;
    }

    /** The small rules as they were before the tables that may be left out. */
    public static RuleFolder old() {
        RuleFolder folder = small();
        for (String later : List.of("pick-up", "fines", "demand-ceilings", "alerts", "approval-routes")) {
            folder.remove("tables/" + later + ".csv").remove("templates/" + later + ".yml");
        }
        folder.remove("tables/clock-parameters.csv").replace("ruleset.yml", "clocks: clock-parameters.csv\n", "");
        String stages = folder.text("ruleset.yml");
        int from = stages.indexOf("  - stage: pick-up");
        int to = stages.indexOf("# Plain parameters");
        return folder.put("ruleset.yml", stages.substring(0, from) + stages.substring(to))
                .replace("ruleset.yml", "roles: [", "# roles: [")
                .withoutTitles();
    }

    private RuleFolder withoutTitles() {
        String text = text("ruleset.yml");
        return put("ruleset.yml", text.substring(0, text.indexOf("# What people call")));
    }

    private static String firstRow(String text) {
        return String.join("\n", text.lines().limit(2).toList()) + "\n";
    }

    public RuleFolder put(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public RuleFolder put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    public RuleFolder remove(String path) {
        files.remove(path);
        return this;
    }

    /** Replaces the first occurrence; a test that finds nothing to replace is wrong. */
    public RuleFolder replace(String path, String from, String to) {
        String text = text(path);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(path + " has no '" + from + "'");
        }
        return put(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    public String text(String path) {
        return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    /** Writes every file into a folder; what else is there stays. */
    public void save(Path folder) {
        files.forEach((path, bytes) -> {
            try {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public Map<String, byte[]> all() {
        return files;
    }

    public RuleFiles files() {
        return new RuleFiles(files);
    }
}
