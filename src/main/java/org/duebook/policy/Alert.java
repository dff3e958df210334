package org.duebook.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whom to tell about something that runs out of time.
 *
 * @param path roles, the first at once, each next one when nobody answered for another {@code answerWithin}
 * @param answerWithin time to answer before the next is told; with zero all are told at once
 */
public record Alert(List<String> path, Duration answerWithin, Decision because) {

    public Alert {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("path is empty, wanted a role at least");
        }
    }

    /** The roles that are told by now, after so long without an answer. */
    public List<String> toldAfter(Duration unanswered) {
        return path.subList(0, told(unanswered));
    }

    /** How long after the first was told the next one will be; empty when all are told. */
    public Optional<Duration> nextAfter(Duration unanswered) {
        int told = told(unanswered);
        return told < path.size() ? Optional.of(answerWithin.multipliedBy(told)) : Optional.empty();
    }

    private int told(Duration unanswered) {
        return answerWithin.isZero()
                ? path.size()
                : (int) Math.min(path.size(), 1 + unanswered.dividedBy(answerWithin));
    }
}
