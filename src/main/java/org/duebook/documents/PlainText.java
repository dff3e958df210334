package org.duebook.documents;

/** Which characters a document can hold: XML has no place for control characters and unpaired surrogates. */
final class PlainText {

    private PlainText() {}

    static boolean mayStand(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character <= 0xD7FF && !(character >= 0x7F && character <= 0x9F)
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000 && character <= 0x10FFFF;
    }

    /** The text without what a document cannot hold. */
    static String of(String text) {
        if (text.codePoints().allMatch(PlainText::mayStand)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::mayStand).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
