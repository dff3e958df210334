package org.duebook.promising;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of entering an order. */
public sealed interface EntryResult {

    record Taken(TakenOrder order) implements EntryResult {}

    /** Too broken to be stored at all. */
    record Refused(List<Fault> faults) implements EntryResult {}
}
