/**
 * Instances of Duebook that share one PostgreSQL and are killed with SIGKILL under load, and the proof that whatever was
 * acknowledged is there once. The test runs a few kills; the soak (profile {@code soak}) thirty, in rounds that are not
 * repeated once they passed.
 */
@NullMarked
package org.duebook.kill;

import org.jspecify.annotations.NullMarked;
