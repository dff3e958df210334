package org.duebook.policy.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a scenario can be about, by the fact its columns name; what names none of them is about an order. */
enum Subject {
    PENALTY("penalty", "OWED", "NONE"),
    START("start", "RELEASE_DAY", "AT_ONCE"),
    PICK_UP("pickup", "OFFSET", "NOT_OFFSET"),
    LAPSE("lapse", "FINED", "NONE"),
    DEMAND("demand", "WITHIN", "EXCEEDED"),
    ALERT("alert", "ALERT", "NONE"),
    APPROVER("approver", "ASKED", "PASSED_ON"),
    CLOCK("clock", "RUNNING", "OVER"),
    ORDER("order", "ACCEPTED", "HELD", "REJECTED");

    private final String fact;
    private final List<String> verdicts;

    Subject(String fact, String... verdicts) {
        this.fact = fact;
        this.verdicts = List.of(verdicts);
    }

    static Subject of(Collection<String> columns) {
        return Arrays.stream(values())
                .filter(subject -> columns.stream().anyMatch(name -> name.startsWith(subject.prefix())))
                .findFirst()
                .orElse(ORDER);
    }

    String fact() {
        return fact;
    }

    String prefix() {
        return fact + ".";
    }

    /** What may be expected. */
    List<String> verdicts() {
        return verdicts;
    }
}
