/**
 * Judges an order: its facts flattened for the rules, what the rules say put together to one verdict; and says of every rule
 * why it had a say or none.
 */
@NullMarked
package org.duebook.policy.order;

import org.jspecify.annotations.NullMarked;
