package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"forms", "documents", "balancesheet"})
    void bothLanguagesHaveTheSameWordsWithTheSamePlaces(String module) throws IOException {
        Properties english = read(module, "words.properties");
        Properties chinese = read(module, "words_zh.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    private static java.util.Set<String> places(String text) {
        return java.util.regex.Pattern.compile("[{]\\d}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties read(String module, String file) throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(
                java.util.Objects.requireNonNull(
                        WordsTest.class.getResourceAsStream("/org/duebook/" + module + "/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
