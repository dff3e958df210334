package org.duebook.policy;

/** One fact a rule looked at and the value it saw, as the table's column names it. */
public record FactUsed(String name, String value) {}
