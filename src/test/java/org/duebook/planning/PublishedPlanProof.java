package org.duebook.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the independent checker about the published plan as the rows and the facts have it, and what is in memory beside it. */
public final class PublishedPlanProof {

    private final PlanReader reader;
    private final PlanMemory memory;
    private final TransactionTemplate reading;

    public PublishedPlanProof(BeanFactory application) {
        this.reader = application.getBean(PlanReader.class);
        this.memory = application.getBean(PlanMemory.class);
        this.reading = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        this.reading.setReadOnly(true);
    }

    /** What is wrong with it, in words. */
    public List<String> faults() {
        return Optional.ofNullable(reading.execute(status -> {
                    PlanBook.Head head = reader.head();
                    PlanState state = reader.state(head);
                    List<String> faults = new ArrayList<>(
                            FeasibilityProof.faults(state.model.facts, state.pegs, state.placed(), List.of()));
                    long known = memory.asked().orElseThrow().sequence();
                    if (known != head.sequence()) {
                        faults.add("memory knows entry " + known + ", the journal has " + head.sequence());
                    }
                    return faults;
                }))
                .orElseThrow();
    }
}
