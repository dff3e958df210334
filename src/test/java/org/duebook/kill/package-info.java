/**
 * Instances of Duebook that share one PostgreSQL and are killed with SIGKILL under load or in a storm of sellers, and the
 * proof that whatever was acknowledged is there once. The tests run a few kills and a short storm; the soak (profile
 * {@code soak}) thirty kills, in rounds that are not repeated once they passed, and a storm of a minute.
 */
@NullMarked
package org.duebook.kill;

import org.jspecify.annotations.NullMarked;
