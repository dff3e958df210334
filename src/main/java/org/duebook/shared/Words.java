package org.duebook.shared;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one package in one language: {@code words.properties} (English) and {@code words_zh.properties} beside it.
 * A text may hold {@code {0}}, {@code {1}} …; nothing else in it is special.
 */
public final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle texts;

    private Words(ResourceBundle texts) {
        this.texts = texts;
    }

    /** The words beside a type. */
    public static Words beside(Class<?> type, Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        ResourceBundle.Control noOtherLanguage =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle(
                type.getPackageName() + ".words", locale, type.getClassLoader(), noOtherLanguage));
    }

    /**
     * The text of a key with the given parts in their places.
     *
     * @throws MissingResourceException when the language has no such key, which is a defect
     */
    public String say(String key, Object... parts) {
        return PLACE.matcher(texts.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(parts[Integer.parseInt(place.group(1))])));
    }

    /** The text of a key that some values have and others have not. */
    public Optional<String> find(String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }
}
