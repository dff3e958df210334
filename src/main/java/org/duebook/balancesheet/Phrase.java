package org.duebook.balancesheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.shared.Language;
import org.duebook.shared.Words;

/**
 * Something said of an order line that can be read in every language: a key among this package's words, and what stands in
 * its places, phrases themselves or texts as they are.
 */
public record Phrase(String key, List<Object> parts) {

    /** Says nothing. */
    public static final Phrase NONE = new Phrase("", List.of());

    private static final String SEVERAL = "separator.";

    private static final Map<Language, Words> WORDS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            WORDS.put(language, Words.beside(Phrase.class, language));
        }
    }

    public Phrase {
        parts = List.copyOf(parts);
    }

    static Phrase of(String key, Object... parts) {
        return new Phrase(key, List.of(parts));
    }

    /** Several phrases with a separator between them; the phrase itself when it is the only one. */
    static Phrase several(String separator, List<Phrase> phrases) {
        return switch (phrases.size()) {
            case 0 -> NONE;
            case 1 -> phrases.getFirst();
            default -> new Phrase(SEVERAL + separator, List.copyOf(phrases));
        };
    }

    /** What a value of a rule is called, such as a role; its own words in small letters where the language has none. */
    static Phrase named(String kind, String value) {
        return new Phrase(kind + "." + value, List.of(value));
    }

    /** How it reads in a language. */
    public String in(Language language) {
        if (key.isEmpty()) {
            return "";
        }
        Words words = wordsOf(language);
        if (key.startsWith(SEVERAL)) {
            return parts.stream().map(part -> text(part, language)).collect(Collectors.joining(words.say(key)));
        }
        return words.find(key).isPresent()
                ? words.say(
                        key, parts.stream().map(part -> text(part, language)).toArray())
                : text(parts.getFirst(), language)
                        .toLowerCase(language.locale())
                        .replace('_', ' ');
    }

    private static Words wordsOf(Language language) {
        return java.util.Objects.requireNonNull(WORDS.get(language));
    }

    private static String text(Object part, Language language) {
        return part instanceof Phrase phrase ? phrase.in(language) : part.toString();
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
