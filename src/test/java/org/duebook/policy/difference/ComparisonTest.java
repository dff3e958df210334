package org.duebook.policy.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.RuleSetDifference.Change;
import org.duebook.policy.RuleSetDifference.OfCell;
import org.duebook.policy.RuleSetDifference.OfFile;
import org.duebook.policy.RuleSetDifference.OfLine;
import org.duebook.policy.RuleSetDifference.OfRow;
import org.duebook.policy.RuleSetDifference.OfTable;
import org.duebook.policy.RuleSetDifference.OfText;
import org.duebook.policy.load.RuleWorkbook;
import org.junit.jupiter.api.Test;

/** What is told of two rule sets that differ. */
class ComparisonTest {

    private static final String DEPOSIT = "tables/deposit.csv";
    private static final String CREDIT = "tables/credit.csv";

    private final RuleFolder after = RuleFolder.shipped();

    @Test
    void changedCellIsToldWithItsColumnBeforeAndAfter() {
        after.replace(DEPOSIT, "DE-020,-,yes,-,20 %,20 %", "DE-020,-,yes,-,25 %,20 %");

        assertThat(differing())
                .containsExactly(new OfTable(
                        DEPOSIT,
                        Change.CHANGED,
                        List.of(new OfRow(
                                Change.CHANGED, "DE-020", 3, 3, List.of(new OfCell("deposit paid", "20 %", "25 %"))))));
    }

    @Test
    void tableThatLiesAsAWorkbookIsComparedByRowToo() {
        RuleFolder changed =
                RuleFolder.shipped().replace(DEPOSIT, "DE-020,-,yes,-,20 %,20 %", "DE-020,-,yes,-,25 %,20 %");
        after.remove(DEPOSIT).put("tables/deposit.xlsx", RuleWorkbook.of(DEPOSIT, changed.files()));

        assertThat(differing())
                .containsExactly(new OfTable(
                        "tables/deposit.xlsx",
                        Change.CHANGED,
                        List.of(new OfRow(
                                Change.CHANGED, "DE-020", 3, 3, List.of(new OfCell("deposit paid", "20 %", "25 %"))))));
        after.put("tables/deposit.xlsx", new byte[] {'P', 'K', 1, 2});
        assertThat(differing()).singleElement().isInstanceOf(OfText.class);
    }

    @Test
    void rowsAddedAndRemovedAreToldWithWhatTheySaid() {
        String before = "id,a,b\nR-1,1,\nR-2,2,x\n";
        String now = "id,a,b\nR-2,2,x\nR-3,3,\n";

        assertThat(rows(CREDIT, before, now))
                .containsExactly(
                        new OfRow(Change.REMOVED, "R-1", 2, 0, List.of(cell("id", "R-1", ""), cell("a", "1", ""))),
                        new OfRow(Change.ADDED, "R-3", 0, 3, List.of(cell("id", "", "R-3"), cell("a", "", "3"))));
    }

    @Test
    void rowTakenElsewhereIsToldWhereTheFirstRowHasTheSay() {
        String before = "id,a\nR-1,1\nR-2,2\nR-3,3\nR-4,4\n";
        String now = "id,a\nR-2,2\nR-3,3\nR-1,1\nR-4,5\n";

        assertThat(rows(CREDIT, before, now))
                .containsExactly(
                        new OfRow(Change.MOVED, "R-1", 2, 4, List.of()),
                        new OfRow(Change.CHANGED, "R-4", 5, 5, List.of(cell("a", "4", "5"))));
        assertThat(rows(DEPOSIT, before, now)).extracting(OfRow::key).containsExactly("R-4");
    }

    @Test
    void datedRowOfAParameterIsARowOfItsOwn() {
        String path = "tables/promise-parameters.csv";
        String before = "parameter,value,valid from\ntransit,2 d,\n";
        String now = "parameter,value,valid from\ntransit,3 d,\ntransit,4 d,2026-02-01\n";

        assertThat(rows(path, before, now))
                .extracting(OfRow::change, OfRow::key, OfRow::after)
                .containsExactly(tuple(Change.CHANGED, "transit", 2), tuple(Change.ADDED, "transit", 3));
    }

    @Test
    void columnAddedIsACellOfItsRows() {
        assertThat(rows(DEPOSIT, "id,a\nR-1,1\n", "id,a,b\nR-1,1,yes\n"))
                .containsExactly(new OfRow(Change.CHANGED, "R-1", 2, 2, List.of(cell("b", "", "yes"))));
    }

    @Test
    void otherFilesAreToldByLine() {
        after.put("templates/new.yml", "one\ntwo\n").replace("ruleset.yml", "currency: EUR", "currency: USD");

        assertThat(differing().getFirst())
                .isInstanceOfSatisfying(
                        OfText.class,
                        text -> assertThat(text.lines())
                                .extracting(OfLine::change, OfLine::text)
                                .containsExactly(
                                        tuple(Change.REMOVED, "currency: EUR"), tuple(Change.ADDED, "currency: USD")));
        assertThat(differing().getLast())
                .isEqualTo(new OfText(
                        "templates/new.yml",
                        Change.ADDED,
                        List.of(new OfLine(Change.ADDED, 1, "one"), new OfLine(Change.ADDED, 2, "two"))));
    }

    @Test
    void brokenTableIsToldByLineAndRemovedFilesToo() {
        after.replace(DEPOSIT, "DE-020,-,yes", "DE-020,\"yes").remove("tests/deposit.scenario.csv");

        assertThat(differing())
                .extracting(OfFile::path, OfFile::change)
                .containsExactly(tuple(DEPOSIT, Change.CHANGED), tuple("tests/deposit.scenario.csv", Change.REMOVED));
        assertThat(differing().getFirst())
                .isInstanceOfSatisfying(
                        OfText.class, text -> assertThat(text.lines()).hasSize(2));
    }

    @Test
    void hugeTextsThatShareNothingAreToldQuickly() {
        List<OfLine> lines = Lines.between("a\n".repeat(200_000), "b\n".repeat(200_000));

        assertThat(lines).hasSize(400_000);
    }

    @Test
    void sameRulesDifferInNothing() {
        assertThat(differing()).isEmpty();
    }

    private List<OfRow> rows(String path, String before, String now) {
        List<OfFile> files = Comparison.between(
                        RuleFolder.shipped().put(path, before).files(),
                        RuleFolder.shipped().put(path, now).files())
                .files();
        return ((OfTable) files.getFirst()).rows();
    }

    private List<OfFile> differing() {
        return Comparison.between(RuleFolder.shipped().files(), after.files()).files();
    }

    private static OfCell cell(String column, String before, String after) {
        return new OfCell(column, before, after);
    }
}
