package org.duebook.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What is stored in a cell, as the text that the import format writes for it. */
final class CellTexts {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    /** A spreadsheet program keeps binary numbers and shows 15 digits of them. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    private final List<String> shared;
    private final StylesTable styles;
    private final boolean from1904;
    private final Map<Integer, Boolean> dates = new HashMap<>();

    CellTexts(List<String> shared, StylesTable styles, boolean from1904) {
        this.shared = shared;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /**
     * @param type of the cell as stored; empty means a number
     * @param style its number, which says whether a number is a day
     * @throws IllegalArgumentException when the cell is not what it says it is
     */
    String of(String type, int style, String stored) {
        if (stored.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> text(stored);
            case "str", "inlineStr" -> SharedTexts.decoded(stored);
            case "b" -> stored.equals("0") ? "no" : "yes";
            case "d" -> written(LocalDateTime.parse(stored.length() > 10 ? stored : stored + "T00:00"));
            default -> number(Double.parseDouble(stored), style);
        };
    }

    private String text(String stored) {
        int at = Integer.parseInt(stored);
        if (at < 0 || at >= shared.size()) {
            throw new IllegalArgumentException("a cell names text " + at + " of " + shared.size());
        }
        return shared.get(at);
    }

    private String number(double number, int style) {
        if (!dates.computeIfAbsent(style, this::isDate) || !DateUtil.isValidExcelDate(number)) {
            return new BigDecimal(number, AS_SHOWN).stripTrailingZeros().toPlainString();
        }
        LocalDateTime at = DateUtil.getLocalDateTime(number, from1904, false);
        return number < 1 ? at.toLocalTime().toString() : written(at);
    }

    private boolean isDate(int style) {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle of = styles.getStyleAt(style);
        return DateUtil.isADateFormat(of.getDataFormat(), of.getDataFormatString());
    }

    private static String written(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : MINUTES.format(at);
    }
}
