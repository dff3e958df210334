package org.duebook.policy.engine;

import java.util.Optional;
import org.duebook.policy.table.Parameters;
import org.duebook.policy.table.RequirementDays;

/**
 * The tables of a rule set that hold values and no rules.
 *
 * @param parameters of promising
 * @param requirements what special lines need before their work is released
 * @param clocks of the stages, if the set has any
 */
public record PlainTables(Parameters parameters, RequirementDays requirements, Optional<Parameters> clocks) {}
