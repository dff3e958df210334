package org.duebook.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts of a workbook that its cells name by number; how a word is pronounced is left out. */
final class SharedTexts extends DefaultHandler {

    private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int pronounced;

    /** A text as it was typed; characters that XML cannot hold are stored as their number, such as {@code _x000D_}. */
    static String decoded(String stored) {
        return stored.contains("_x")
                ? NUMBERED.matcher(stored)
                        .replaceAll(each ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(each.group(1), 16))))
                : stored;
    }

    List<String> list() {
        return texts;
    }

    @Override
    public void startElement(@Nullable String uri, String local, @Nullable String qualified, Attributes attributes) {
        switch (local) {
            case "si" -> text.setLength(0);
            case "rPh" -> pronounced++;
            case "t" -> inText = pronounced == 0;
            default -> {}
        }
    }

    @Override
    public void characters(char[] chars, int from, int length) {
        if (inText) {
            text.append(chars, from, length);
        }
    }

    @Override
    public void endElement(@Nullable String uri, String local, @Nullable String qualified) {
        switch (local) {
            case "si" -> texts.add(decoded(text.toString()));
            case "rPh" -> pronounced--;
            case "t" -> inText = false;
            default -> {}
        }
    }
}
