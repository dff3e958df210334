package org.duebook.documents;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duebook.shared.Fault;

/** One CSV file, read row by row: UTF-8, commas, quotes doubled, first row the heading. */
final class CsvSheet {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CsvSheet() {}

    /** Where the bytes come from; may be asked more than once. */
    interface Source {
        InputStream open() throws IOException;
    }

    static void read(String name, Source source, List<Sheet> sheets, List<Fault> faults) throws IOException {
        if (isUtf16(source)) {
            notUtf8(name + "!1", "bytes that are not UTF-8, but UTF-16 as it seems", faults);
            return;
        }
        RowCollector rows = new RowCollector(name, "", faults);
        int line = 1;
        try (Bounded text = new Bounded(decoded(source));
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord record : parser) {
                if (!rows.add(line, record.stream().map(InertText::read).toList())) {
                    return;
                }
                text.left = ReadLimits.ROW;
                // A quoted text may run over lines: the next row begins after the last of them.
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            if (isCoding(broken)) {
                notUtf8(name + "!" + firstWrongLine(source), "bytes that are not UTF-8", faults);
            } else {
                faults.add(new Fault(
                        name + "!" + line,
                        "text that is no CSV: " + broken.getMessage(),
                        "comma-separated values, quotes closed",
                        "save the sheet as CSV (UTF-8) again"));
            }
            return;
        }
        rows.sheet().ifPresent(sheets::add);
    }

    private static void notUtf8(String at, String found, List<Fault> faults) {
        faults.add(new Fault(at, found, "UTF-8", "save the sheet as CSV (UTF-8)"));
    }

    private static boolean isUtf16(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(4);
            boolean marked = start.length >= 2
                    && ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
                            || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE));
            // Headings are plain letters: in UTF-16 every other byte of them is zero.
            boolean spaced = start.length == 4
                    && ((start[0] == 0 && start[2] == 0 && start[1] != 0 && start[3] != 0)
                            || (start[1] == 0 && start[3] == 0 && start[0] != 0 && start[2] != 0));
            return marked || spaced;
        }
    }

    private static Reader decoded(Source source) throws IOException {
        Reader reader = new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder());
        PushbackReader text = new PushbackReader(reader);
        try {
            int first = text.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                text.unread(first);
            }
            return text;
        } catch (IOException broken) {
            reader.close();
            throw broken;
        }
    }

    private static boolean isCoding(Throwable broken) {
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    /** The line of the first bytes that are no character, found by reading the file again. */
    private static int firstWrongLine(Source source) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(8192);
        CharBuffer chars = CharBuffer.allocate(8192);
        int line = 1;
        try (InputStream in = new BufferedInputStream(source.open())) {
            boolean end = false;
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end |= read < 0;
                bytes.position(bytes.position() + Math.max(0, read));
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                bytes.compact();
                chars.flip();
                line += (int) chars.chars().filter(each -> each == '\n').count();
                chars.clear();
                if (result.isError() || end) {
                    return line;
                }
            }
        }
    }

    /** Ends a row that goes on and on, such as one whose quote is never closed. */
    private static final class Bounded extends FilterReader {

        private int left = ReadLimits.ROW;

        Bounded(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            left--;
            check();
            return super.read();
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            left -= Math.max(0, read);
            check();
            return read;
        }

        private void check() throws IOException {
            if (left < 0) {
                throw new IOException("a row of more than " + ReadLimits.ROW + " characters");
            }
        }
    }
}
