package org.duebook.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.duebook.policy.CheckReport.Kind;
import org.duebook.policy.CheckReport.Note;
import org.duebook.policy.CheckReport.RowAt;
import org.duebook.policy.FactUsed;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Row;
import org.duebook.policy.table.Table;
import org.duebook.policy.table.Template;
import org.junit.jupiter.api.Test;

/** What a table leaves out and says twice, told of small tables whose answer is plain to see. */
class CoverageTest {

    private static final House HOUSE = new House("EUR", List.of("SALES_MANAGER", "DEPUTY_GM"), List.of("PLANNER"));
    private static final Set<String> NOT_COMPLETE = Set.of();

    @Test
    void wholeNumbersThatFollowLeaveNothingOutWhereDaysAreWhole() {
        assertThat(pickUp("P-1,-,0..7,-,yes", "P-2,-,8..15,-,no")).isEmpty();
        assertThat(pickUp("P-1,-,0..7,-,yes", "P-2,-,>= 9,-,no"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.kind()).isEqualTo(Kind.GAP);
                    assertThat(note.column()).isEqualTo("day");
                    assertThat(note.rows())
                            .containsExactly(
                                    new RowAt("P-1", "tables/pick-up.csv", 2),
                                    new RowAt("P-2", "tables/pick-up.csv", 3));
                    assertThat(note.text()).isEqualTo("Between P-1 and P-2 no row applies: day 8");
                    assertThat(note.example()).containsExactly(new FactUsed("day", "8"));
                });
    }

    @Test
    void sharesWithDecimalsMissWhatLiesBetweenWholeOnes() {
        assertThat(texts(margins("5..10 %", ">= 11 %")))
                .containsExactly("Between M-0 and M-1 no row applies: margin between 10 % and 11 %");
        assertThat(margins("5..10 %", ">= 11 %").getFirst().example())
                .containsExactly(new FactUsed("margin", "10.5 %"));
        assertThat(texts(margins("5..11.99 %", ">= 12 %")))
                .containsExactly("Between M-0 and M-1 no row applies: margin between 11.99 % and 12 %");
    }

    @Test
    void boundaryThatNeitherSideTakesIsMissing() {
        assertThat(texts(margins("< 10 %", "> 10 %")))
                .containsExactly("Between M-0 and M-1 no row applies: margin 10 %");
        assertThat(margins("< 10 %", ">= 10 %")).isEmpty();
    }

    @Test
    void boundaryThatBothSidesTakeIsSaidTwice() {
        assertThat(margins("5..10 %", "10..20 %")).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.OVERLAP);
            assertThat(note.text()).isEqualTo("M-0 and M-1 meet in one value and both apply to it: margin 10 %");
        });
    }

    @Test
    void wideHolesAreMeant() {
        assertThat(margins("< 5 %", "> 60 %")).isEmpty();
    }

    @Test
    void moneyIsNoFinerThanItsCoin() {
        assertThat(amounts(HitPolicy.COLLECT, "50000..99999.99 EUR", ">= 100000 EUR"))
                .isEmpty();
        assertThat(texts(amounts(HitPolicy.COLLECT, "50000..99999 EUR", ">= 100000 EUR")))
                .containsExactly("Between M-0 and M-1 no row applies: amount 99999.01 EUR to 99999.99 EUR");
    }

    @Test
    void rowIsHiddenByTwoEarlierOnesTogether() {
        List<Note> notes = amounts(HitPolicy.FIRST, "<= 500 EUR", "> 500 EUR", "100..900 EUR");

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.HIDDEN);
            assertThat(note.text()).isEqualTo("M-2 never applies: wherever it would, an earlier row does: M-0, M-1");
        });
    }

    @Test
    void rowThatHoldsOnOtherDaysIsNotHidden() {
        assertThat(pickUp("P-1,-,-,-,yes", "P-2,-,> 3,-,no"))
                .extracting(Note::kind)
                .containsExactly(Kind.HIDDEN);
        assertThat(pickUp("P-1,-,-,-,yes,,2026-06-30", "P-2,-,> 3,-,no,2026-07-01,"))
                .isEmpty();
    }

    @Test
    void daysBetweenTwoRowsThatAreTheSameOtherwiseAreMissing() {
        assertThat(texts(pickUp("P-1,-,> 3,-,yes,,2026-06-30", "P-2,-,> 3,-,no,2026-07-03,")))
                .containsExactly("Between P-1 and P-2 no row applies: valid 2026-07-01 to 2026-07-02");
    }

    @Test
    void particularRowBeforeTheGeneralOneIsHowItIsWritten() {
        assertThat(pickUp("P-1,SPECIAL,> 15,-,no", "P-2,SPECIAL,-,-,yes", "P-3,-,-,-,no"))
                .isEmpty();
    }

    @Test
    void rowsThatDifferAboutTheSameFactsAreToldWithTheOneThatHasTheSay() {
        assertThat(pickUp("P-1,SPECIAL,-,-,yes", "P-2,-,> 15,no,no"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.kind()).isEqualTo(Kind.OVERLAP);
                    assertThat(note.text())
                            .isEqualTo(
                                    "P-1 and P-2 both apply where order type is SPECIAL and day is 16 and collected is no;"
                                            + " P-1 has the say because it comes first");
                });
        assertThat(pickUp("P-1,SPECIAL,-,-,yes", "P-2,-,> 15,no,yes"))
                .as("both say the same")
                .isEmpty();
    }

    @Test
    void lowerShareNeverHasTheSayWhereTheHighestCounts() {
        assertThat(texts(amounts(HitPolicy.HIGHEST, ">= 1000 EUR", ">= 20000 EUR")))
                .as("M-0 asks for 10 %, M-1 for 11 %")
                .isEmpty();
        assertThat(texts(amounts(HitPolicy.HIGHEST, ">= 20000 EUR", ">= 1000 EUR")))
                .containsExactly(
                        "M-0 never has the say: wherever it applies, another row asks for as much or more: M-1");
    }

    @Test
    void tableThatIsMeantToBeCompleteTellsWhatItMisses() {
        List<Note> notes = notes(
                HitPolicy.FIRST,
                "templates/pick-up.yml",
                Set.of("tables/pick-up.csv"),
                pickUpTable("P-1,-,0..7,-,yes", "P-2,-,> 7,no,no"));

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.GAP);
            assertThat(note.rows()).isEmpty();
            assertThat(note.text())
                    .isEqualTo("No row applies where day is at least 8 and collected is yes,"
                            + " though the table is meant to speak of everything");
        });
    }

    @Test
    void factsThatCannotBeAreNotTold() {
        String table = "id,what,stage,used,left,over,tell,answer within,then tell,message,valid from,valid to,note\n"
                + "A-1,STAGE_CLOCK,-,-,<= 2 d,-,PLANNER,-,-,soon,,,\n"
                + "A-2,-,REVIEW,-,-,given,SALES_MANAGER,-,-,over,,,\n";

        assertThat(notes(HitPolicy.FIRST, "templates/alerts.yml", NOT_COMPLETE, table))
                .as("what has time left is not over")
                .isEmpty();
        assertThat(texts(notes(HitPolicy.FIRST, "templates/alerts.yml", NOT_COMPLETE, table.replace("given", "-"))))
                .singleElement()
                .asString()
                .startsWith("A-1 and A-2 both apply where what is STAGE_CLOCK and left is 0 h and stage is REVIEW;");
    }

    @Test
    void fiveThousandRowsAreLookedThroughInSeconds() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> small = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int low = random.nextInt(1_000_000);
            small.add(low + ".." + (low + random.nextInt(2_000)) + " EUR");
        }
        long began = System.nanoTime();

        List<Note> notes = amounts(HitPolicy.FIRST, small.toArray(String[]::new));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(notes).isNotEmpty();
    }

    @Test
    void whatIsTooMuchToLookThroughIsTold() {
        List<Row> rows = rows("templates/pick-up.yml", pickUpTable("P-1,-,0..7,-,yes", "P-2,-,0..7,-,no"));

        assertThat(Coverage.find(HitPolicy.FIRST, rows, NOT_COMPLETE, HOUSE, new Budget(1)))
                .extracting(found -> found.note().kind())
                .endsWith(Kind.UNFINISHED);
        assertThat(Coverage.find(HitPolicy.FIRST, rows, NOT_COMPLETE, HOUSE, new Budget(1_000)))
                .extracting(found -> found.note().kind())
                .doesNotContain(Kind.UNFINISHED);
    }

    /** Rows of one margin each, all of which count. */
    private static List<Note> margins(String... cells) {
        StringBuilder table = new StringBuilder(
                "id,order type,amount,priority,margin,approvers,deadline,message,valid from,valid to,note\n");
        for (int i = 0; i < cells.length; i++) {
            table.append("M-%d,-,-,-,%s,SALES_MANAGER,%d h,asked,,,\n".formatted(i, cells[i], 20 + i));
        }
        return notes(HitPolicy.COLLECT, "templates/approval.yml", NOT_COMPLETE, table.toString());
    }

    /** Rows of one amount each, which ask for 10 % and, row by row, one more. */
    private static List<Note> amounts(HitPolicy hit, String... cells) {
        StringBuilder table = new StringBuilder(
                "id,order type,new customer,amount,deposit paid,deposit,message,valid from,valid to,note\n");
        for (int i = 0; i < cells.length; i++) {
            table.append("M-%d,-,-,%s,-,%d %%,asked,,,\n".formatted(i, cells[i], 10 + i));
        }
        return notes(hit, "templates/deposit.yml", NOT_COMPLETE, table.toString());
    }

    private static List<Note> pickUp(String... rows) {
        return notes(HitPolicy.FIRST, "templates/pick-up.yml", NOT_COMPLETE, pickUpTable(rows));
    }

    /** Rows of id, order type, day, collected, offset and, where they have any, dates. */
    private static String pickUpTable(String... rows) {
        StringBuilder table = new StringBuilder(
                "id,order type,day,collected,offset,deducted,of,fine,payer,message,valid from,valid to,note\n");
        for (String row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
            List<String> dates = cells.size() > 5 ? cells.subList(5, 7) : List.of("", "");
            table.append(String.join(",", cells.subList(0, 5)))
                    .append(",-,-,-,-,goods,")
                    .append(String.join(",", dates))
                    .append(",\n");
        }
        return table.toString();
    }

    private static List<String> texts(List<Note> notes) {
        return notes.stream().map(Note::text).toList();
    }

    private static List<Note> notes(HitPolicy hit, String template, Set<String> complete, String table) {
        return Coverage.of(hit, rows(template, table), complete, HOUSE);
    }

    static List<Row> rows(String template, String table) {
        Faults faults = new Faults();
        Template columns = Template.read(template, RuleFolder.shipped().files().bytes(template), faults)
                .orElseThrow();
        List<Row> rows = new Table(columns, HOUSE, faults).read(table.getBytes(StandardCharsets.UTF_8));
        assertThat(faults.all()).isEmpty();
        return rows;
    }
}
