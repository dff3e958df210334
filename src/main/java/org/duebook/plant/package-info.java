/**
 * Where work happens and when: work centres, machines, working calendars, downtime, overtime, changeovers.
 *
 * <p>What shaped it: downtime and overtime that somebody entered during the day stand beside those of the plant's sheets and
 * carry the number of their journal entry, so that an entry is withdrawn without touching what the sheets say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.plant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
