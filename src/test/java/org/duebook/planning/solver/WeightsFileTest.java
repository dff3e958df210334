package org.duebook.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duebook.planning.solver.SolverSettings.Reading;
import org.duebook.shared.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    private static final Path DELIVERED = Path.of("solver-config");

    @TempDir
    private Path folder;

    @Test
    void deliveredFolderIsUsable() {
        assertThat(SolverSettings.read(DELIVERED)).isInstanceOf(Reading.Usable.class);
    }

    @Test
    void misspelledKeyIsRefusedWithTheOneThatWasMeant() throws IOException {
        assertThat(faultsAfter("changeover.hour=20", "changover.hour=20"))
                .contains(new Fault(
                        "weights.properties: changover.hour",
                        "changover.hour",
                        "a known key",
                        "did you mean changeover.hour?"));
    }

    @Test
    void negativeWeightIsRefused() throws IOException {
        assertThat(faultsAfter("moved.operation=5", "moved.operation=-5"))
                .singleElement()
                .hasToString(
                        "weights.properties: moved.operation: found '-5', wanted a whole number from 0 to 1000000; "
                                + "a weight cannot be negative; 0 switches it off");
    }

    @Test
    void wordsInsteadOfANumberAndFractionsOfPointsAreRefused() throws IOException {
        assertThat(faultsAfter("changeover.hour=20", "changeover.hour=twenty")).hasSize(1);
        assertThat(faultsAfter("changeover.hour=20", "changeover.hour=2.5")).hasSize(1);
        assertThat(faultsAfter("dispatch.look.ahead=6", "dispatch.look.ahead=2.5"))
                .isEmpty();
        assertThat(faultsAfter("dispatch.look.ahead=6", "dispatch.look.ahead=0"))
                .hasSize(1);
    }

    @Test
    void missingKeyIsNamed() throws IOException {
        assertThat(faultsAfter("search.seconds=20", ""))
                .singleElement()
                .extracting(Fault::field)
                .isEqualTo("weights.properties: search.seconds");
    }

    @Test
    void solverFileThatTimefoldRefusesIsAFaultNotAnException() throws IOException {
        Files.copy(DELIVERED.resolve("weights.properties"), folder.resolve("weights.properties"));
        Files.writeString(folder.resolve("planning-solver.xml"), "<solver><oops/></solver>");

        assertThat(SolverSettings.read(folder))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .extracting(Fault::field)
                                .isEqualTo("planning-solver.xml"));
    }

    @Test
    void missingFilesAreNamed() {
        assertThat(SolverSettings.read(folder))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .containsExactly("weights.properties", "planning-solver.xml"));
    }

    private List<Fault> faultsAfter(String line, String changed) throws IOException {
        String text = Files.readString(DELIVERED.resolve("weights.properties"));
        assertThat(text).contains("\n" + line + "\n");
        Files.writeString(
                folder.resolve("weights.properties"), text.replace("\n" + line + "\n", "\n" + changed + "\n"));
        Files.writeString(
                folder.resolve("planning-solver.xml"), Files.readString(DELIVERED.resolve("planning-solver.xml")));
        return switch (SolverSettings.read(folder)) {
            case Reading.Usable usable -> List.of();
            case Reading.Refused refused -> refused.faults();
        };
    }
}
