package org.duebook.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellReference;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the rows of a worksheet as its XML goes by. */
final class WorksheetHandler extends DefaultHandler {

    /** As many as a spreadsheet program has. */
    private static final int MOST_COLUMNS = 16_384;

    private static final int LONGEST = 10 * ReadLimits.CELL;

    /** The sheet is not worth reading on. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1;
    }

    private final String sheet;
    private final CellTexts texts;
    private final RowCollector rows;
    private final List<Fault> faults;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private int row;
    private int column;
    private String type = "";
    private int style;
    private boolean hasFormula;
    private boolean inValue;
    private boolean inFormula;
    private int pronounced;

    WorksheetHandler(String sheet, CellTexts texts, RowCollector rows, List<Fault> faults) {
        this.sheet = sheet;
        this.texts = texts;
        this.rows = rows;
        this.faults = faults;
    }

    @Override
    public void startElement(@Nullable String uri, String local, @Nullable String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
                cells.clear();
            }
            case "c" -> cell(attributes);
            case "rPh" -> pronounced++;
            case "v", "t" -> inValue = pronounced == 0;
            case "f" -> {
                hasFormula = true;
                inFormula = true;
            }
            case "mergeCell" ->
                faults.add(new Fault(
                        sheet + "!" + attributes.getValue("ref"),
                        "merged cells",
                        "one value per cell",
                        "unmerge the cells and fill each"));
            default -> {}
        }
    }

    private void cell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (column < 0 || column >= MOST_COLUMNS) {
            throw new IllegalArgumentException("a cell at " + reference);
        }
        type = Objects.requireNonNullElse(attributes.getValue("t"), "");
        style = Integer.parseInt(Objects.requireNonNullElse(attributes.getValue("s"), "0"));
        value.setLength(0);
        formula.setLength(0);
        hasFormula = false;
    }

    @Override
    public void characters(char[] chars, int from, int length) {
        StringBuilder into = inFormula ? formula : value;
        if ((inValue || inFormula) && into.length() < LONGEST) {
            into.append(chars, from, length);
        }
    }

    @Override
    public void endElement(@Nullable String uri, String local, @Nullable String qualified) throws SAXException {
        switch (local) {
            case "v", "t" -> inValue = false;
            case "f" -> inFormula = false;
            case "rPh" -> pronounced--;
            case "c" -> endCell();
            case "row" -> {
                if (!rows.add(row, cells)) {
                    throw new Enough();
                }
            }
            default -> {}
        }
    }

    private void endCell() {
        while (cells.size() <= column) {
            cells.add("");
        }
        if (hasFormula || type.equals("e")) {
            faults.add(new Fault(
                    sheet + "!" + new CellReference(row - 1, column).formatAsString(false),
                    hasFormula ? "=" + formula : "an error",
                    "a value",
                    "copy the cell and paste it as a value"));
        } else {
            cells.set(column, texts.of(type, style, value.toString()));
        }
    }
}
