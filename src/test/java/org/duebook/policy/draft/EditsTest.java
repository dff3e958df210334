package org.duebook.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.policy.SheetEdit;
import org.duebook.policy.table.CsvText;
import org.duebook.policy.table.Faults;
import org.junit.jupiter.api.Test;

/** Edits beside remarks and empty rows, which have no cells of their own. */
class EditsTest {

    private static final String TESTS = "id,amount,expect\nsmall,10,ACCEPTED\n# remark 1\n\n";

    private static Edits edits(String text) {
        return new Edits(
                CsvText.read("tests/x.csv", text.getBytes(StandardCharsets.UTF_8), new Faults())
                        .orElseThrow(),
                Set.of());
    }

    private static CsvText.Row last(Edits edits) {
        return edits.text().rows().getLast();
    }

    @Test
    void rowAddedBelowARemarkOrAnEmptyRowIsLikeTheNearestRowAbove() {
        for (int below : List.of(2, 3)) {
            Edits edits = edits(TESTS);

            edits.run(List.of(
                    new SheetEdit.Add(below, edits.text().rows().get(below - 1).key())));

            assertThat(edits.faults()).isEmpty();
            assertThat(edits.text().rows().get(below).cells()).containsExactly("new test", "", "ACCEPTED");
        }
    }

    @Test
    void rowAddedBelowARemarkHasAnIdThatIsNoRemark() {
        Edits edits = edits("id,deposit,message\nDE-010,10 %,ten\n# remark 1\n");

        edits.run(List.of(new SheetEdit.Add(2, last(edits).key())));

        assertThat(last(edits).id()).isEqualTo("DE-020");
    }

    @Test
    void remarkIsNeitherWrittenNorCopied() {
        for (int at : List.of(2, 3)) {
            Edits written = edits(TESTS);
            Edits copied = edits(TESTS);
            String key = written.text().rows().get(at - 1).key();

            written.run(List.of(new SheetEdit.Cells(at, key, Map.of(0, "large"))));
            copied.run(List.of(new SheetEdit.Copy(at, key)));

            assertThat(written.faults()).hasSize(1);
            assertThat(copied.faults()).hasSize(1);
            assertThat(written.text().bytes()).isEqualTo(TESTS.getBytes(StandardCharsets.UTF_8));
            assertThat(copied.text().bytes()).isEqualTo(TESTS.getBytes(StandardCharsets.UTF_8));
        }
    }
}
