package org.duebook.production;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of a progress report. */
public sealed interface ProgressOutcome {

    record Booked(ProductionOrder productionOrder) implements ProgressOutcome {}

    record Refused(List<Fault> faults) implements ProgressOutcome {}

    record Unknown() implements ProgressOutcome {}
}
