/**
 * Promises that the plan cannot keep any more, each with its causes, and what a person decides about it.
 *
 * <p>What shaped it: nobody's promise is moved by a plan, an entry of the day or a publish. What they make late stands here
 * until somebody promises another day, with a reason, or keeps the promise and chases it. A decision names the version of
 * the promise it was made on, so of two at once the second is told what the first one decided. It comes after fulfilment,
 * because what has left the plant is late for nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "plant", "orders", "production", "planning", "promising", "fulfilment"})
package org.duebook.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
