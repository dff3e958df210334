/**
 * Values that every module speaks: quantities with their unit, money with its currency, windows of time, typed
 * numbers. No beans, no framework; each constructor refuses nonsense.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.duebook.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
