package org.duebook.plant;

import org.duebook.shared.WorkCentreCode;

/** A group of machines that do the same kind of work. */
public record WorkCentre(WorkCentreCode code, String name) {}
