package org.duebook.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/** One CSV file: UTF-8, commas, quotes doubled, first row the heading. */
final class CsvSheet {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvSheet() {}

    static void read(String name, byte[] content, List<Sheet> sheets, List<Fault> faults) {
        String text = decode(name, content, faults);
        if (text == null) {
            return;
        }
        RowCollector rows = new RowCollector(name, "", faults);
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord record : parser) {
                if (!rows.add(line, record.stream().map(InertText::read).toList())) {
                    return;
                }
                // A quoted text may run over lines: the next row begins after the last of them.
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            faults.add(new Fault(
                    name + "!" + line,
                    "text that is no CSV: " + broken.getMessage(),
                    "comma-separated values, quotes closed",
                    "save the sheet as CSV (UTF-8) again"));
            return;
        }
        rows.sheet().ifPresent(sheets::add);
    }

    private static @Nullable String decode(String name, byte[] content, List<Fault> faults) {
        int start = content.length >= 3
                        && content[0] == (byte) 0xEF
                        && content[1] == (byte) 0xBB
                        && content[2] == (byte) 0xBF
                ? 3
                : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, start, content.length - start))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            List<Integer> lines = new ArrayList<>();
            int line = 1;
            for (int i = start; i < content.length && lines.isEmpty(); i++) {
                if (content[i] == '\n') {
                    line++;
                } else if (content[i] < 0 && !validAround(content, i)) {
                    lines.add(line);
                }
            }
            faults.add(new Fault(
                    name + "!" + (lines.isEmpty() ? 1 : lines.getFirst()),
                    "bytes that are not UTF-8",
                    "UTF-8",
                    "save the sheet as CSV (UTF-8)"));
            return null;
        }
    }

    /** Whether the bytes of the character that this byte belongs to are well formed. */
    private static boolean validAround(byte[] content, int at) {
        int from = at;
        while (from > 0 && (content[from] & 0xC0) == 0x80) {
            from--;
        }
        int length = Math.max(1, Integer.numberOfLeadingZeros(~content[from] << 24));
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, from, Math.min(length, content.length - from)));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
