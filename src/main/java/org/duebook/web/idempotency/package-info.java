/**
 * Repeated requests do things once: the answer to a keyed POST is stored in the transaction that did the work.
 */
@NullMarked
package org.duebook.web.idempotency;

import org.jspecify.annotations.NullMarked;
