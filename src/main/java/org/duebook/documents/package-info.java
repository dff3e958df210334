/**
 * Reading and writing of spreadsheets; knows cells, not the trade. POI lives inside only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
