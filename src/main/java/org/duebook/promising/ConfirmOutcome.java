package org.duebook.promising;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of confirming a quote. */
public sealed interface ConfirmOutcome {

    /** The order is on the books; when the rules accepted it, its dates are promised, else its hold stays until their deadline. */
    record Confirmed(Quote quote, TakenOrder taken) implements ConfirmOutcome {}

    /** The date can no longer be kept; nothing was bound. The fresh quote has the date that can. */
    record DateMoved(Quote fresh) implements ConfirmOutcome {}

    /** The rules rejected the order, or the quote may no longer be confirmed; nothing was bound. */
    record Refused(List<Fault> faults) implements ConfirmOutcome {}

    record Unknown() implements ConfirmOutcome {}
}
