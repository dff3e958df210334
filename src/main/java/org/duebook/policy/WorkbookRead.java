package org.duebook.policy;

import java.util.List;

/**
 * A workbook read as the rule file it stands for.
 *
 * @param csv its text, in UTF-8 the bytes of the file; empty where there are faults
 */
public record WorkbookRead(String csv, List<RuleFault> faults) {

    public WorkbookRead {
        faults = List.copyOf(faults);
    }
}
