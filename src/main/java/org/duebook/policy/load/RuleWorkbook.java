package org.duebook.policy.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.documents.TextWorkbook;
import org.duebook.documents.TextWorkbook.Column;
import org.duebook.policy.WorkbookRead;
import org.duebook.policy.table.CellForms;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Template;

/** A rule table or scenario file as a workbook whose headings say what may stand in their cells. */
public final class RuleWorkbook {

    private RuleWorkbook() {}

    /** The workbook of a CSV file of the set; of one that lies there as a workbook, that. */
    public static byte[] of(String path, RuleFiles files) {
        if (path.endsWith(RuleFiles.WORKBOOK)) {
            return files.bytes(path);
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TextWorkbook.write(
                    name.substring(0, Math.min(31, name.indexOf('.'))),
                    new String(files.bytes(path), StandardCharsets.UTF_8),
                    columns(path, files),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be written as a workbook", e);
        }
        return out.toByteArray();
    }

    /** The CSV file of a workbook. */
    public static WorkbookRead read(String path, byte[] workbook) {
        Faults faults = new Faults();
        String file = path.endsWith(RuleFiles.WORKBOOK) ? path : RuleFiles.asWorkbook(path);
        String csv = TableBytes.of(file, new RuleFiles(Map.of(file, workbook)), faults)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        return new WorkbookRead(csv, faults.all());
    }

    private static List<Column> columns(String path, RuleFiles files) {
        Faults ignored = new Faults();
        Optional<House> house = Blueprint.read(files, ignored).map(Blueprint::house);
        return files.in("templates").stream()
                .flatMap(file -> Template.read(file, files.bytes(file), ignored).stream())
                .filter(template -> template.table().equals(path))
                .findFirst()
                .map(template -> columns(template, house.orElse(new House("EUR", List.of(), List.of()))))
                .orElse(List.of());
    }

    private static List<Column> columns(Template template, House house) {
        List<Column> columns = new ArrayList<>();
        template.conditions()
                .forEach((heading, column) -> columns.add(
                        new Column(heading, CellForms.of(column, house).form(), column.choices(house))));
        template.results()
                .forEach((heading, column) -> columns.add(
                        new Column(heading, CellForms.of(column, house).form(), column.choices(house))));
        columns.add(new Column(
                "id",
                "An id no other row of any table has, such as CR-010; a row that begins with # is left out",
                List.of()));
        columns.add(new Column("valid from", "The first day it holds, such as 2026-01-31, or nothing", List.of()));
        columns.add(new Column("valid to", "The last day it holds, such as 2026-12-31, or nothing", List.of()));
        return columns;
    }
}
