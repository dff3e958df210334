/**
 * Which rule set runs: the database holds what was published and from when on, and one reference, swapped whole, is what
 * decides. Loading what is to decide happens on one thread of its own, so deciding never waits for it but at the very start;
 * what is only asked, drafts and older versions, is loaded aside.
 *
 * <p>The folder is the analysts' desk. It stands for the publication that was made of it or written back to it last, which
 * the database remembers; only an edit of that one is published by itself, and only while that one runs. So a folder
 * nobody touched undoes nothing, and an edit of what runs no more needs a word on purpose.
 */
@NullMarked
package org.duebook.policy.desk;

import org.jspecify.annotations.NullMarked;
