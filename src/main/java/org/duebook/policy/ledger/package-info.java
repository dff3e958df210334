/**
 * Judgements of orders as they were taken, with all facts, and drafts of the rules tried on them.
 *
 * <p>Facts are kept whole, not only those that rules used: a draft may ask for others.
 */
@NullMarked
package org.duebook.policy.ledger;

import org.jspecify.annotations.NullMarked;
