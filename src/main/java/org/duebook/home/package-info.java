/**
 * The folder Duebook lives in ({@code DUEBOOK_HOME}) and the PostgreSQL server that runs in it unless
 * {@code spring.datasource.url} names another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.duebook.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
