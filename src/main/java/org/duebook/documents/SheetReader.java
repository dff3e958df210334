package org.duebook.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.duebook.shared.Fault;

/** Reads sheets from a folder of CSV files, a zip of them, one CSV file, or an xlsx workbook. Hostile until proven otherwise. */
public final class SheetReader {

    private static final String PACKED = "a zip of CSV files, or an .xlsx workbook";

    private final String key;
    private final boolean asShown;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private SheetReader(String key) {
        this(key, false);
    }

    private SheetReader(String key, boolean asShown) {
        this.key = key;
        this.asShown = asShown;
    }

    /** Every {@code *.csv} of a folder. */
    public static SheetsRead folder(Path folder) throws IOException {
        SheetReader reader = new SheetReader("");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> isCsv(file.getFileName().toString()))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                String name = file.getFileName().toString();
                if (Files.size(file) > ReadLimits.BYTES) {
                    reader.tooLarge(name);
                } else {
                    reader.csv(name, () -> Files.newInputStream(file));
                }
            }
        }
        return reader.read();
    }

    /** A file somebody sent: by its ending {@code .csv}, {@code .zip} or {@code .xlsx}. */
    public static SheetsRead file(String fileName, byte[] content) {
        return put(content, file -> file(fileName, file));
    }

    /**
     * The same of a file that lies somewhere under whatever name; it is read as it streams and not needed afterwards.
     *
     * @param fileName as it was sent
     */
    public static SheetsRead file(String fileName, Path file) throws IOException {
        SheetReader reader = new SheetReader("");
        String name = shown(fileName);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (Files.size(file) > ReadLimits.BYTES) {
            reader.tooLarge(name);
        } else {
            switch (ending) {
                case "csv" -> reader.csv(name, () -> Files.newInputStream(file));
                case "zip" -> reader.zip(name, file);
                case "xlsx" -> reader.workbook(name, file);
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
        SheetsRead read = put(content, file -> {
            reader.workbook(shown(fileName), file);
            return reader.read();
        });
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

    /** A workbook of one sheet, each cell as the text it shows: {@code 20 %} for 0.2 in the format of a share. */
    static SheetsRead shown(String fileName, byte[] content) {
        SheetReader reader = new SheetReader("", true);
        return put(content, file -> {
            reader.workbook(shown(fileName), file);
            return reader.read();
        });
    }

    /** What is read from a file. */
    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /** Puts bytes where they can be read from any place, for as long as that takes. */
    static <T> T put(byte[] content, Reading<T> reading) {
        try {
            Path file = Files.createTempFile("sheets", null);
            try {
                Files.write(file, content);
                return reading.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("a file could not be put aside in the temporary folder", full);
        }
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

    private void csv(String fileName, CsvSheet.Source content) throws IOException {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        CsvSheet.read(name.substring(0, name.length() - ".csv".length()), content, sheets, faults);
    }

    private void zip(String name, Path file) throws IOException {
        unpacked(name, file, ReadLimits.SHEETS, entry -> ReadLimits.BYTES, zip -> {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                // Some systems pack a shadow of every file beside it.
                if (isCsv(entry.getName()) && !entry.getName().startsWith("__MACOSX/")) {
                    csv(entry.getName(), () -> zip.getInputStream(entry));
                }
            }
        });
    }

    private void workbook(String name, Path file) throws IOException {
        boolean sound = unpacked(name, file, ReadLimits.WORKBOOK_PARTS, SheetReader::most, zip -> {});
        if (sound) {
            WorkbookSheets.read(name, file, key, asShown, sheets, faults);
        }
    }

    /** How much of a part of a workbook is read: worksheets stream, the rest is held in memory. */
    private static long most(ZipEntry part) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.contains("worksheets/")) {
            return ReadLimits.BYTES;
        }
        return name.contains("sharedstrings") ? ReadLimits.WORKBOOK_TEXTS : ReadLimits.WORKBOOK_PART;
    }

    private interface Taking {
        void take(ZipFile zip) throws IOException;
    }

    /** Unpacks it once and throws that away, since a file that unpacks without end must not reach a reader; then takes it. */
    private boolean unpacked(String name, Path file, int files, ToLongFunction<ZipEntry> most, Taking taking)
            throws IOException {
        if (!isPacked(file)) {
            faults.add(new Fault(name, "no such file inside", PACKED, "save or pack it again"));
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > files) {
                faults.add(new Fault(
                        name, "more than " + files + " files in it", "at most " + files, "send only the sheets"));
                return false;
            }
            long left = ReadLimits.BYTES;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                left -= size(zip, entry, Math.min(left, most.applyAsLong(entry)));
            }
            taking.take(zip);
            return true;
        } catch (TooLarge bomb) {
            tooLarge(name);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            // An illegal argument is a name of an entry that is no text, or no name of a file.
            faults.add(new Fault(
                    name, "a file that cannot be unpacked: " + broken.getMessage(), PACKED, "save or pack it again"));
        }
        return false;
    }

    private static boolean isPacked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long packed = Math.max(1, entry.getCompressedSize());
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                boolean bomb = size > ReadLimits.HARMLESS && size / packed >= ReadLimits.PACKED;
                if (size > most || bomb) {
                    throw new TooLarge();
                }
            }
        }
        return size;
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
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
                "at most " + ReadLimits.BYTES / 1024 / 1024 + " MB unpacked, "
                        + ReadLimits.WORKBOOK_TEXTS / 1024 / 1024
                        + " MB of different texts in a workbook, and no more than "
                        + ReadLimits.PACKED + " times the packed size",
                "send it in parts"));
    }
}
