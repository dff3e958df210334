package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file per sheet, kept in temporary files until they are packed. The same rows make the same bytes. */
final class CsvZipWriter implements SheetWriter {

    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private record Part(Path file, CSVPrinter printer) {}

    @Override
    public void sheet(String name, List<String> heading) {
        try {
            Path file = Files.createTempFile("duebook-", ".csv");
            Part part = new Part(file, new CSVPrinter(Files.newBufferedWriter(file), FORMAT));
            parts.put(name, part);
            part.printer().printRecord(heading);
        } catch (IOException broken) {
            throw notWritten(name, broken);
        }
    }

    @Override
    public void row(String sheet, List<Value> values) {
        Part part = parts.get(sheet);
        if (part == null) {
            throw new IllegalArgumentException("sheet '" + sheet + "' was not begun");
        }
        try {
            part.printer().printRecord(values.stream().map(CsvZipWriter::text));
        } catch (IOException broken) {
            throw notWritten(sheet, broken);
        }
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text text -> InertText.written(text.text().strip());
            case Value.Number number -> number.number().toPlainString();
            case Value.Day day -> day.day().toString();
            case Value.Nothing nothing -> "";
        };
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            part.getValue().printer().close();
            ZipEntry entry = new ZipEntry(part.getKey() + ".csv");
            entry.setTime(0);
            zip.putNextEntry(entry);
            Files.copy(part.getValue().file(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    @Override
    public void close() {
        parts.forEach((sheet, part) -> {
            try {
                part.printer().close();
                Files.deleteIfExists(part.file());
            } catch (IOException broken) {
                throw notWritten(sheet, broken);
            }
        });
    }

    private static UncheckedIOException notWritten(String sheet, IOException broken) {
        return new UncheckedIOException("sheet '" + sheet + "' could not be written", broken);
    }
}
