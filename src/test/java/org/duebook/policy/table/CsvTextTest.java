package org.duebook.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are edited keep every byte of what is not. */
class CsvTextTest {

    private static CsvText read(byte[] bytes) {
        Faults faults = new Faults();
        return CsvText.read("tables/x.csv", bytes, faults).orElseThrow(() -> new AssertionError(faults.all()));
    }

    private static CsvText read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(CsvText text) {
        return new String(text.bytes(), StandardCharsets.UTF_8);
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> tables = Files.list(Path.of("rules/tables"));
                Stream<Path> tests = Files.list(Path.of("rules/tests"))) {
            return Stream.concat(tables, tests).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedTableComesOutAsItIsAndItsRowsStandWhereTheReaderSeesThem(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);

        CsvText text = read(bytes);

        assertThat(text.bytes()).isEqualTo(bytes);
        assertThat(text.rows().stream().filter(row -> !row.skipped()).map(row -> row.line() + " " + row.cells()))
                .containsExactlyElementsOf(Csv.read("tables/x.csv", bytes, new Faults()).orElseThrow().rows().stream()
                        .map(row -> row.line() + " " + row.cells())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,a\nX,1",
                "\uFEFFid;a\r\n# remark; kept\r\n\r\nX;\"1;2\"\r\n",
                "id,a\nX,\"1\" \nY,5\" pipe\n",
                "id,a\n\"X\",\"say \"\"no\"\"\"\nY,\"two\nlines\"\nZ, 3 \n"
            })
    void oddWritingComesOutAsItIs(String odd) {
        assertThat(text(read(odd))).isEqualTo(odd);
    }

    @Test
    void editTouchesItsOwnCellOnly() {
        CsvText text = read("\uFEFFid;a;b\r\n#;  x;\r\nX;\"1\"; 2 \r\nY;3;4\r\n");

        assertThat(text(text.with(3, 2, "a; \"b\"")))
                .isEqualTo("\uFEFFid;a;b\r\n#;  x;\r\nX;\"1\"; 2 \r\nY;3;\"a; \"\"b\"\"\"\r\n");
    }

    @Test
    void rowsComeGoAndMoveWithTheirLineEnds() {
        CsvText text = read("id,a\nX,1\nY,2");

        assertThat(text(text.insert(2, List.of("Z", "a,b")))).isEqualTo("id,a\nX,1\nY,2\nZ,\"a,b\"");
        assertThat(text(text.insert(0, List.of("Z", "3")))).isEqualTo("id,a\nZ,3\nX,1\nY,2");
        assertThat(text(text.remove(2))).isEqualTo("id,a\nX,1");
        assertThat(text(text.exchange(1))).isEqualTo("id,a\nY,2\nX,1");
    }

    @Test
    void keyChangesWithAnythingInTheRowAndOnlyThen() {
        CsvText text = read("id,a\nX,1\nY,2\n");

        CsvText changed = text.with(1, 1, "9");

        assertThat(changed.rows().getFirst().key())
                .isNotEqualTo(text.rows().getFirst().key());
        assertThat(changed.rows().get(1).key()).isEqualTo(text.rows().get(1).key());
    }
}
