package org.duebook.policy.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.documents.TextWorkbook;
import org.duebook.policy.table.Faults;
import org.duebook.shared.Fault;

/** The CSV bytes of a table, whether it lies there as CSV or as a workbook. */
final class TableBytes {

    /** Where a fault of a workbook is: sheet, then a cell such as {@code B2}, or a row and perhaps a heading. */
    private static final Pattern PLACE =
            Pattern.compile("[^!]*(?:!(?:([A-Z]{0,3})(\\d{1,7})(?::[A-Z]+\\d+)?)(?:\\.(.*))?)?");

    private TableBytes() {}

    /** Nothing, and faults at their places, for a workbook that cannot be read as a table. */
    static Optional<byte[]> of(String path, RuleFiles files, Faults faults) {
        byte[] bytes = files.bytes(path);
        if (!path.endsWith(RuleFiles.WORKBOOK)) {
            return Optional.of(bytes);
        }
        TextWorkbook.Read read = TextWorkbook.read(path, bytes);
        read.faults().forEach(fault -> add(path, fault, faults));
        return read.faults().isEmpty() ? Optional.of(read.csv().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static void add(String path, Fault fault, Faults faults) {
        Matcher place = PLACE.matcher(fault.field());
        boolean known = place.matches() && place.group(2) != null;
        String letters = known ? place.group(1) : "";
        String heading = known && place.group(3) != null ? place.group(3) : "";
        faults.add(
                path,
                known ? Integer.parseInt(place.group(2)) : 0,
                letters.isEmpty() ? heading : letters,
                fault.found(),
                fault.wanted(),
                fault.cure());
    }
}
