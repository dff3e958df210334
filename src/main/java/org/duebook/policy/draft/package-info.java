/**
 * Drafts of analysts: tables shown and edited by row and cell, kept until they are published or discarded. What is not edited
 * keeps its bytes, so a draft differs from what runs in nothing but what somebody changed.
 *
 * <p>Edits name a row by its place and what stood in it, not by a lock: two tabs never write over each other, and nobody waits.
 */
@NullMarked
package org.duebook.policy.draft;

import org.jspecify.annotations.NullMarked;
