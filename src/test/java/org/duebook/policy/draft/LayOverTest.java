package org.duebook.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.duebook.policy.DraftConflict;
import org.duebook.policy.DraftConflict.Side;
import org.junit.jupiter.api.Test;

/** A draft's rows laid over a version that was published meanwhile. */
class LayOverTest {

    private static final String HEAD = "id,deposit,message\n";
    private static final String BASE = HEAD + "# remark\nA,10 %,\"one, two\"\nB,20 %,two\nC,30 %,three\n";

    private final List<DraftConflict> asked = new ArrayList<>();
    private Side word = Side.MINE;

    private String laid(String mine, String theirs) {
        return laid(BASE, mine, theirs);
    }

    private String laid(String base, String mine, String theirs) {
        LayOver.Laid laid = LayOver.of("tables/deposit.csv", bytes(base), bytes(mine), bytes(theirs), conflict -> {
            asked.add(conflict);
            return word;
        });
        assertThat(laid.conflicts()).isEqualTo(asked);
        return new String(laid.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void cellsOfDifferentRowsAndColumnsAreBothKept() {
        String mine = BASE.replace("B,20 %,two", "B,25 %,two");
        String theirs = BASE.replace("C,30 %,three", "C,35 %,three").replace("B,20 %,two", "B,20 %,twice");

        assertThat(laid(mine, theirs)).isEqualTo(HEAD + "# remark\nA,10 %,\"one, two\"\nB,25 %,twice\nC,35 %,three\n");
        assertThat(asked).isEmpty();
    }

    @Test
    void addedRowsStandBehindTheRowTheyWereAddedTo() {
        String mine = BASE.replace("B,20 %,two\n", "B,20 %,two\nB2,22 %,mine\n");
        String theirs = BASE.replace("A,10 %,\"one, two\"\n", "A,10 %,\"one, two\"\nA2,12 %,theirs\n");

        assertThat(laid(mine, theirs))
                .isEqualTo(HEAD
                        + "# remark\nA,10 %,\"one, two\"\nA2,12 %,theirs\nB,20 %,two\nB2,22 %,mine\nC,30 %,three\n");
    }

    @Test
    void removedRowIsGoneUnlessTheOtherChangedIt() {
        String without = BASE.replace("B,20 %,two\n", "");

        assertThat(laid(without, BASE.replace("30 %", "31 %"))).isEqualTo(without.replace("30 %", "31 %"));
        assertThat(laid(BASE.replace("30 %", "31 %"), without)).isEqualTo(without.replace("30 %", "31 %"));
        assertThat(asked).isEmpty();

        word = Side.THEIRS;
        assertThat(laid(without, BASE.replace("20 %", "21 %"))).isEqualTo(BASE.replace("20 %", "21 %"));
        assertThat(asked).extracting(DraftConflict::place).containsExactly("tables/deposit.csv!B.");
    }

    @Test
    void sameCellChangedByBothIsAskedFor() {
        String mine = BASE.replace("20 %", "25 %");
        String theirs = BASE.replace("20 %", "22 %");

        assertThat(laid(mine, theirs)).isEqualTo(mine);
        assertThat(asked)
                .containsExactly(new DraftConflict("tables/deposit.csv", "B", "deposit", "20 %", "25 %", "22 %"));
        asked.clear();
        word = Side.THEIRS;
        assertThat(laid(mine, theirs)).isEqualTo(theirs);
    }

    @Test
    void sameChangeByBothIsNoConflict() {
        String same = BASE.replace("20 %", "25 %");

        assertThat(laid(same, same)).isEqualTo(same);
        assertThat(asked).isEmpty();
    }

    @Test
    void ownOrderOfRowsIsKept() {
        String mine = HEAD + "# remark\nB,20 %,two\nA,10 %,\"one, two\"\nC,30 %,three\n";

        assertThat(laid(mine, BASE.replace("30 %", "33 %"))).isEqualTo(mine.replace("30 %", "33 %"));
    }

    @Test
    void rowsBothAddedUnderOneIdAreOneConflict() {
        String mine = BASE.replace("C,30 %,three\n", "C,30 %,three\nD,40 %,mine\n");
        String theirs = BASE.replace("C,30 %,three\n", "C,30 %,three\nD,45 %,\n");

        assertThat(laid(mine, theirs)).isEqualTo(mine);
        assertThat(asked)
                .containsExactly(new DraftConflict(
                        "tables/deposit.csv",
                        "D",
                        "",
                        "no such row",
                        "D | 40 % | mine",
                        "another row of this id: D | 45 % | "));
        asked.clear();
        word = Side.THEIRS;
        assertThat(laid(mine, theirs)).isEqualTo(theirs);
        asked.clear();
        assertThat(laid(mine, mine)).isEqualTo(mine);
        assertThat(asked).isEmpty();
    }

    @Test
    void orderBothChangedIsAskedFor() {
        String mine = HEAD + "# remark\nB,20 %,two\nA,10 %,\"one, two\"\nC,30 %,three\n";
        String theirs = HEAD + "# remark\nA,10 %,\"one, two\"\nC,30 %,three\nB,20 %,two\n";

        assertThat(laid(mine, theirs)).isEqualTo(mine);
        assertThat(asked)
                .containsExactly(new DraftConflict(
                        "tables/deposit.csv", "", "order of the rows", "A, B, C", "B, A, C", "A, C, B"));
        asked.clear();
        word = Side.THEIRS;
        assertThat(laid(mine, theirs)).isEqualTo(theirs);
    }

    @Test
    void orderOnlyTheyChangedIsTaken() {
        String theirs = HEAD + "# remark\nA,10 %,\"one, two\"\nC,30 %,three\nB,20 %,two\n";

        assertThat(laid(BASE.replace("30 %", "33 %"), theirs)).isEqualTo(theirs.replace("30 %", "33 %"));
        assertThat(asked).isEmpty();
    }

    @Test
    void tableWithAnIdTwiceIsOneConflictAsAWhole() {
        String mine = BASE.replace("B,20", "A,20");
        String theirs = BASE.replace("30 %", "33 %");

        assertThat(laid(mine, theirs)).isEqualTo(mine);
        assertThat(asked).extracting(DraftConflict::row).containsExactly("");
    }
}
