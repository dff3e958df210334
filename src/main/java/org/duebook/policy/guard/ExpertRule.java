package org.duebook.policy.guard;

/**
 * A rule of an expert file that the guard let through.
 *
 * @param id its name, unique in the whole rule set
 * @param file path inside the rules folder
 * @param line line its {@code rule} keyword stands on, counted from 1
 * @param when its conditions as written, in one line
 */
public record ExpertRule(String id, String file, int line, String when) {}
