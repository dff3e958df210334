/**
 * A shop floor that is not the product: it executes the sequences a promiser gives it, with variation of its own that
 * nobody sees, and writes down what a plant writes down. It shares no code with the futures it judges, not even the calendar.
 */
@NullMarked
package org.duebook.simulation;

import org.jspecify.annotations.NullMarked;
