package org.duebook.planning;

/** Something that is not so and could be: a plan can be asked as if it were. */
public sealed interface Supposition {

    /** The quote holds nothing. */
    record NotHeld(String quote) implements Supposition {}
}
