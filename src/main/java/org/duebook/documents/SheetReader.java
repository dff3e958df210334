package org.duebook.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.duebook.shared.Fault;

/** Reads sheets from a folder of CSV files, a zip of them, one CSV file, or an xlsx workbook. Hostile until proven otherwise. */
public final class SheetReader {

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private SheetReader() {}

    /** Every {@code *.csv} of a folder. */
    public static SheetsRead folder(Path folder) throws IOException {
        SheetReader reader = new SheetReader();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(SheetReader::isCsv)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                if (Files.size(file) > ReadLimits.BYTES) {
                    reader.tooLarge(file.getFileName().toString());
                } else {
                    reader.csv(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return reader.read();
    }

    /** A file somebody sent: by its ending {@code .csv}, {@code .zip} or {@code .xlsx}. */
    public static SheetsRead file(String name, byte[] content) {
        SheetReader reader = new SheetReader();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (content.length > ReadLimits.BYTES) {
            reader.tooLarge(name);
        } else {
            switch (ending) {
                case "csv" -> reader.csv(name, content);
                case "zip" -> reader.zip(name, content);
                case "xlsx" -> WorkbookSheets.read(name, content, reader.sheets, reader.faults);
                default ->
                    reader.faults.add(new Fault(
                            name, "a file ending in ." + ending, ".csv, .zip or .xlsx", "save it as one of these"));
            }
        }
        return reader.read();
    }

    private SheetsRead read() {
        if (sheets.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("file", "no sheet", "at least one sheet with a heading", "send the sheets to import"));
        }
        return new SheetsRead(sheets, faults);
    }

    private static boolean isCsv(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private void csv(String fileName, byte[] content) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        CsvSheet.read(name.substring(0, name.length() - ".csv".length()), content, sheets, faults);
    }

    private void zip(String name, byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long left = ReadLimits.BYTES;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ReadLimits.SHEETS) {
                    faults.add(new Fault(
                            name,
                            "more than " + ReadLimits.SHEETS + " files",
                            "at most " + ReadLimits.SHEETS,
                            "send only the sheets to import"));
                    return;
                }
                byte[] file = upTo(zip, left);
                left -= file.length;
                if (left <= 0) {
                    tooLarge(name);
                    return;
                }
                if (!entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    csv(entry.getName(), file);
                }
            }
            if (entries == 0) {
                faults.add(new Fault(name, "no zip file", "a zip of CSV files", "zip the CSV files again"));
            }
        } catch (ZipException broken) {
            faults.add(new Fault(
                    name, "a broken zip: " + broken.getMessage(), "a zip of CSV files", "zip the CSV files again"));
        } catch (IOException broken) {
            faults.add(new Fault(name, "a zip that ends too early", "a whole zip", "send it again"));
        }
    }

    private static byte[] upTo(InputStream zip, long most) throws IOException {
        return zip.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
    }

    private void tooLarge(String name) {
        faults.add(new Fault(
                name,
                "more than " + ReadLimits.BYTES / 1024 / 1024 + " MB unpacked",
                "at most " + ReadLimits.BYTES / 1024 / 1024 + " MB",
                "send it in parts"));
    }
}
