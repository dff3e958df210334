package org.duebook.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.duebook.shared.Fault;

/** Reads sheets from a folder of CSV files, a zip of them, one CSV file, or an xlsx workbook. Hostile until proven otherwise. */
public final class SheetReader {

    private static final String PACKED = "a zip of CSV files, or an .xlsx workbook";

    private final String key;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private SheetReader(String key) {
        this.key = key;
    }

    /** Every {@code *.csv} of a folder. */
    public static SheetsRead folder(Path folder) throws IOException {
        SheetReader reader = new SheetReader("");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> isCsv(file.getFileName().toString()))
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
    public static SheetsRead file(String fileName, byte[] content) {
        SheetReader reader = new SheetReader("");
        String name = shown(fileName);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (content.length > ReadLimits.BYTES) {
            reader.tooLarge(name);
        } else {
            switch (ending) {
                case "csv" -> reader.csv(name, content);
                case "zip" -> reader.zip(name, content);
                case "xlsx" -> reader.workbook(name, content);
                default ->
                    reader.faults.add(new Fault(
                            name,
                            "a file of another kind",
                            "a name ending in .csv, .zip or .xlsx",
                            "save it as one of these"));
            }
        }
        return reader.read();
    }

    /**
     * A workbook that Duebook wrote with keys above its headings: the keys are the sheet's heading, the rows are those below
     * the headings people see.
     *
     * @param key one of the keys
     */
    public static SheetsRead keyed(String fileName, byte[] content, String key) {
        SheetReader reader = new SheetReader(key);
        String name = shown(fileName);
        if (content.length > ReadLimits.BYTES) {
            reader.tooLarge(name);
        } else {
            reader.workbook(name, content);
        }
        SheetsRead read = reader.read();
        return new SheetsRead(
                read.sheets().stream()
                        .map(sheet -> new Sheet(
                                sheet.name(),
                                sheet.headerRow(),
                                sheet.header(),
                                sheet.rows().stream().skip(1).toList()))
                        .toList(),
                read.faults());
    }

    private SheetsRead read() {
        if (sheets.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("file", "no sheet", "at least one sheet with a heading", "send the sheets to import"));
        }
        return new SheetsRead(sheets, faults);
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private void csv(String fileName, byte[] content) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        CsvSheet.read(name.substring(0, name.length() - ".csv".length()), content, sheets, faults);
    }

    private void zip(String name, byte[] content) {
        walk(name, content, ReadLimits.SHEETS, (entry, file) -> {
            // Some systems pack a shadow of every file beside it.
            if (isCsv(entry.getName()) && !entry.getName().startsWith("__MACOSX/")) {
                csv(entry.getName(), file);
            }
        });
    }

    /** Unpacks it once and throws that away, since a workbook that unpacks without end must not reach the reader. */
    private void workbook(String name, byte[] content) {
        walk(name, content, ReadLimits.WORKBOOK_PARTS, (entry, part) -> {
            if (part.length > ReadLimits.WORKBOOK_PART) {
                tooLarge(name);
            }
        });
        if (faults.isEmpty()) {
            WorkbookSheets.read(name, content, key, sheets, faults);
        }
    }

    private void walk(String name, byte[] content, int most, BiConsumer<ZipEntry, byte[]> take) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int left = (int) ReadLimits.BYTES;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > most) {
                    faults.add(new Fault(
                            name, "more than " + most + " files in it", "at most " + most, "send only the sheets"));
                    return;
                }
                byte[] file = zip.readNBytes(left);
                left -= file.length;
                if (left <= 0) {
                    tooLarge(name);
                    return;
                }
                take.accept(entry, file);
            }
            if (entries == 0) {
                faults.add(new Fault(name, "no such file inside", PACKED, "save or pack it again"));
            }
        } catch (IOException | IllegalArgumentException broken) {
            // An illegal argument is a name of an entry that is no text, or no name of a file.
            faults.add(new Fault(
                    name, "a file that cannot be unpacked: " + broken.getMessage(), PACKED, "save or pack it again"));
        }
    }

    /** A sent name may be anything; in a message it is a short one. */
    private static String shown(String name) {
        String plain = name.isBlank() ? "file" : name.replaceAll("\\p{Cntrl}", "?");
        int most = 2 * ReadLimits.NAME;
        return plain.length() > most ? "…" + plain.substring(plain.length() - most) : plain;
    }

    private void tooLarge(String name) {
        faults.add(new Fault(
                name,
                "more than is read",
                "at most " + ReadLimits.BYTES / 1024 / 1024 + " MB unpacked, " + ReadLimits.WORKBOOK_PART / 1024 / 1024
                        + " MB in one worksheet",
                "send it in parts"));
    }
}
