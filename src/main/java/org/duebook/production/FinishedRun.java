package org.duebook.production;

import java.time.Duration;
import java.time.Instant;
import org.duebook.shared.MachineCode;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/**
 * How an operation went that is finished.
 *
 * @param machine where it ran; null where a vendor did it
 * @param planned working time on that machine, or elapsed time outside
 * @param started when its start was reported; the same instant as {@code finished} where only its end was
 * @param scrap share of its pieces that was lost, from 0 to 1
 */
public record FinishedRun(
        WorkCentreCode workCentre,
        @Nullable MachineCode machine,
        Duration planned,
        Instant started,
        Instant finished,
        double scrap) {}
