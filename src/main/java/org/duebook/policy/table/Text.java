package org.duebook.policy.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The characters of a rule file: UTF-8, with or without a byte order mark. */
public final class Text {

    private Text() {}

    /** Decodes, or reports what the file is instead. */
    public static Optional<String> of(String file, byte[] bytes, Faults faults) {
        if (bytes.length >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
            return refuse(file, 1, "", "a zip or spreadsheet file", faults);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
            return refuse(file, 1, "", "UTF-16 text", faults);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(in).toString();
            return check(file, text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
        } catch (CharacterCodingException e) {
            int at = in.position();
            String shown = at < bytes.length ? "byte 0x%02X".formatted(bytes[at]) : "a cut-off character";
            return refuse(file, lineOf(bytes, at), "", shown, faults);
        }
    }

    private static Optional<String> check(String file, String text, Faults faults) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c < ' ' && c != '\r' && c != '\t') {
                return refuse(file, line, "", "control character 0x%02X".formatted((int) c), faults);
            }
        }
        if (text.isBlank()) {
            faults.add(file, 0, "", "an empty file", "at least a heading", "restore the file or remove it everywhere");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Optional<String> refuse(String file, int line, String column, String found, Faults faults) {
        faults.add(file, line, column, found, "plain text in UTF-8", "save it as text or CSV with encoding UTF-8");
        return Optional.empty();
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < Math.min(position, bytes.length); i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
