package org.duebook.policy.table;

import java.util.List;
import java.util.Optional;

/**
 * What people call a table, and what it is for.
 *
 * @param title a few words
 * @param text a paragraph in plain words; empty where nobody wrote one
 */
public record Titled(String title, String text) {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1_000;

    /** The keys {@code title} and {@code text}, which may be missing: then the file's name is the title. */
    static Titled of(YamlMap yaml, String file) {
        String title = yaml.text("title", named(file));
        String text = yaml.has("text") ? yaml.text("text") : "";
        bounded(yaml, "title", title, LONGEST_TITLE);
        bounded(yaml, "text", text, LONGEST_TEXT);
        return new Titled(title, text);
    }

    /** Reads the {@code title} and {@code text} of a table without template. */
    public static Optional<Titled> read(YamlMap yaml, String file) {
        return yaml.map(file).map(each -> {
            each.allowOnly(List.of("title", "text"));
            return of(each, file);
        });
    }

    private static void bounded(YamlMap yaml, String key, String text, int most) {
        if (text.length() > most || text.lines().count() > 1) {
            yaml.fault(key, text.length() + " characters", "one line of at most " + most + " characters", "shorten it");
        }
    }

    /** {@code late-penalties.csv} is {@code Late penalties}. */
    public static String named(String file) {
        String words = file.substring(file.lastIndexOf('/') + 1)
                .replaceFirst("(\\.scenario)?\\.[a-z]+$", "")
                .replace('-', ' ');
        return words.isEmpty() ? file : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
