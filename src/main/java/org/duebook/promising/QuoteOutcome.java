package org.duebook.promising;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of asking for, holding or cancelling a quote. */
public sealed interface QuoteOutcome {

    record Quoted(Quote quote) implements QuoteOutcome {}

    /** It could not be done; nothing changed. */
    record Refused(List<Fault> faults) implements QuoteOutcome {}

    /** No quote has that id. */
    record Unknown() implements QuoteOutcome {}
}
