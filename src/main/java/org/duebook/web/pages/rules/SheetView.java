package org.duebook.web.pages.rules;

import java.util.List;
import java.util.stream.IntStream;
import org.duebook.policy.RuleSheet;

/**
 * A table as the page shows it: some columns folded away, some rows on other pages.
 *
 * @param shown places of the columns that are shown
 * @param rows of this page
 * @param page counted from 1
 * @param all whether every column is wanted
 * @param aim line of the file to go to, 0 for none, and {@code column} there
 */
record SheetView(
        RuleSheet sheet,
        List<Integer> shown,
        List<RuleSheet.Row> rows,
        int page,
        int pages,
        boolean all,
        int aim,
        String column) {

    private static final int ROWS_PER_PAGE = 100;
    private static final String BASE = "BASE";
    private static final int NARROWEST = 4;
    private static final int WIDEST = 42;

    static SheetView of(RuleSheet sheet, int page, boolean all, int aim, String column) {
        int pages = Math.max(1, (sheet.rows().size() + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
        int wanted = aim > 0 ? 1 + before(sheet, aim) / ROWS_PER_PAGE : page;
        int shown = Math.clamp(wanted, 1, pages);
        return new SheetView(
                sheet,
                IntStream.range(0, sheet.columns().size())
                        .filter(place -> all || says(sheet, place, column))
                        .boxed()
                        .toList(),
                sheet.rows().stream()
                        .skip((shown - 1L) * ROWS_PER_PAGE)
                        .limit(ROWS_PER_PAGE)
                        .toList(),
                shown,
                pages,
                all,
                aim,
                column);
    }

    private static int before(RuleSheet sheet, int line) {
        return (int) sheet.rows().stream().filter(row -> row.line() < line).count();
    }

    /** In a table of tests, what only the row BASE says is folded away. */
    private static boolean says(RuleSheet sheet, int place, String wanted) {
        RuleSheet.Column column = sheet.columns().get(place);
        return sheet.kind() != RuleSheet.Kind.SCENARIOS
                || column.part() == RuleSheet.Part.ID
                || column.heading().equals(wanted)
                || column.heading().equals("expect")
                || sheet.rows().stream()
                        .filter(row -> !row.remark() && !row.id().equals(BASE))
                        .anyMatch(row -> !row.cells().get(place).text().isEmpty()
                                || row.cells().get(place).before().isPresent());
    }

    public int folded() {
        return sheet.columns().size() - shown.size();
    }

    /** How wide the cells of a column are, in characters. */
    public int width(int place) {
        int widest = rows.stream()
                .filter(row -> !row.remark() && place < row.cells().size())
                .mapToInt(row -> row.cells().get(place).text().length())
                .max()
                .orElse(0);
        return Math.clamp(widest + 1, NARROWEST, WIDEST);
    }

    /** Whether the page should open at this cell. */
    public boolean aims(RuleSheet.Row row, int place) {
        return row.line() == aim
                && (column.isEmpty()
                        ? place == 0
                        : sheet.columns().get(place).heading().equals(column));
    }
}
