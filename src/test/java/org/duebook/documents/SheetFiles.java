package org.duebook.documents;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Large files of sheets, written row by row, so that making one takes no more memory than reading it should. */
public final class SheetFiles {

    private SheetFiles() {}

    /** Rows of sheets, one sheet after another. */
    public interface Sink {

        void sheet(String name, String... columns);

        /** Numbers and days may be given as such. */
        void row(Object... cells);
    }

    /** What fills the sheets of a file. */
    public interface Filling {

        void fill(Sink sink);
    }

    /** A zip with one CSV file per sheet. */
    public static Path zip(Path file, Filling filling) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out);
                Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            filling.fill(new Sink() {
                @Override
                public void sheet(String name, String... columns) {
                    try {
                        text.flush();
                        zip.putNextEntry(new ZipEntry(name + ".csv"));
                        row((Object[]) columns);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                }

                @Override
                public void row(Object... cells) {
                    write(text, cells);
                }
            });
        }
        return file;
    }

    /** A workbook with one worksheet per sheet; numbers and days in cells of their kind. */
    public static Path workbook(Path file, Filling filling) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            filling.fill(new Sink() {
                private int next;
                private @Nullable SXSSFSheet sheet;

                @Override
                public void sheet(String name, String... columns) {
                    sheet = workbook.createSheet(name);
                    next = 0;
                    row((Object[]) columns);
                }

                @Override
                public void row(Object... cells) {
                    fill(Objects.requireNonNull(sheet).createRow(next++), day, cells);
                }
            });
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, CellStyle day, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case Number number -> row.createCell(column).setCellValue(number.doubleValue());
                case LocalDate date -> {
                    row.createCell(column).setCellValue(date);
                    row.getCell(column).setCellStyle(day);
                }
                case Object text -> row.createCell(column).setCellValue(text.toString());
            }
        }
    }

    private static void write(Writer text, Object... cells) {
        try {
            for (int column = 0; column < cells.length; column++) {
                String cell = cells[column].toString();
                text.append(column == 0 ? "" : ",").append(cell.contains(",") ? '"' + cell + '"' : cell);
            }
            text.append('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
