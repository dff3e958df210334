/**
 * Users, their roles and their API keys.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
