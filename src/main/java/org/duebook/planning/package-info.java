/**
 * The plan of the week: runs, schedules, the published plan and its journal. Timefold lives inside only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "plant", "inventory", "production"})
package org.duebook.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
