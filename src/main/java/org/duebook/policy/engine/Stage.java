package org.duebook.policy.engine;

import java.util.Optional;
import org.duebook.policy.Decision;

/**
 * A stage as the rule set orders it.
 *
 * @param stopsOn an outcome after which later stages are not asked, if any
 */
public record Stage(StageKind kind, HitPolicy hit, Optional<Decision.Outcome> stopsOn) {}
