package org.duebook.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What is stored in a cell, as the text that the import format writes for it. */
final class CellTexts {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    /** A spreadsheet program keeps binary numbers and shows 15 digits of them. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    /** A code of a currency in a format: {@code [$EUR]} or {@code "EUR"}. */
    private static final Pattern CURRENCY = Pattern.compile("\\[\\$([A-Z]{3})[-\\]]|\"\\s*([A-Z]{3})\\s*\"");

    private final List<String> shared;
    private final StylesTable styles;
    private final boolean from1904;
    private final boolean asShown;
    private final Map<Integer, Boolean> dates = new HashMap<>();

    /** @param asShown whether a number in the format of a share or an amount is read with its sign */
    CellTexts(List<String> shared, StylesTable styles, boolean from1904, boolean asShown) {
        this.asShown = asShown;
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
            BigDecimal exact = new BigDecimal(number, AS_SHOWN);
            return asShown ? signed(exact, format(style)) : plain(exact);
        }
        LocalDateTime at = DateUtil.getLocalDateTime(number, from1904, false);
        return number < 1 ? at.toLocalTime().toString() : written(at);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** With the sign its format gives a number: {@code 20 %}, {@code 5000 EUR}. */
    private static String signed(BigDecimal number, String format) {
        if (format.contains("%")) {
            return plain(number.movePointRight(2)) + " %";
        }
        Matcher currency = CURRENCY.matcher(format);
        if (currency.find()) {
            String code = currency.group(1) == null ? currency.group(2) : currency.group(1);
            return plain(number) + " " + code;
        }
        return plain(number) + (format.contains("€") ? " EUR" : "");
    }

    private String format(int style) {
        String format = style < 0 || style >= styles.getNumCellStyles()
                ? null
                : styles.getStyleAt(style).getDataFormatString();
        return format == null ? "" : format;
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
