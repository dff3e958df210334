/**
 * Where work happens and when: work centres, machines, working calendars, downtime, changeovers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.plant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
