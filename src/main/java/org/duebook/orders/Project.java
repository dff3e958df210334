package org.duebook.orders;

import java.time.LocalDate;

/** What a project order names: the project, its last day, and whether the customer has signed it off. */
public record Project(String name, LocalDate term, boolean signedOff) {}
