package org.duebook.plant;

import java.time.Instant;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/** A stretch of time in which a machine does not work although its calendar, or overtime, says so. */
public record Downtime(MachineCode machine, TimeWindow window, String reason) {

    /** End of a downtime until further notice: the last year that dates are read in. */
    public static final Instant FURTHER_NOTICE = Instant.parse("2999-12-31T00:00:00Z");

    /** Whether nobody knows yet when it ends. */
    public boolean isOpen() {
        return window.to().equals(FURTHER_NOTICE);
    }
}
