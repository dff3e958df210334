package org.duebook.documents;

import java.util.List;
import org.duebook.shared.Fault;

/** The sheets of a folder, zip or workbook; with faults, what was read may be incomplete and must not be used. */
public record SheetsRead(List<Sheet> sheets, List<Fault> faults) {

    public SheetsRead {
        sheets = List.copyOf(sheets);
        faults = List.copyOf(faults);
    }
}
