package org.duebook.changes;

/**
 * What became of a wish list.
 *
 * @param proposals filed now
 * @param drafts filed now
 * @param alreadyFiled wishes and drafts that were filed before and are still open
 */
public record Filed(int proposals, int drafts, int alreadyFiled) {}
