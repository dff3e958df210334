package org.duebook.forms;

import org.duebook.shared.Fault;

/** What became of a wish for a form. */
public sealed interface FormOutcome {

    record Made(PrintedDocument document) implements FormOutcome {}

    /** It cannot be made of this, or not yet: too many lines for paper, an order that is not accepted. */
    record Refused(Fault fault) implements FormOutcome {}

    /** What it is asked for is not there. */
    record Unknown(Fault fault) implements FormOutcome {}
}
