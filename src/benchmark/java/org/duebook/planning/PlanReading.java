package org.duebook.planning;

import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the published plan anew, as the next question after an entry of the day does. */
public final class PlanReading {

    private final PlanMemory memory;
    private final PlanBook book;
    private final TransactionTemplate reading;

    public PlanReading(BeanFactory application) {
        this.memory = application.getBean(PlanMemory.class);
        this.book = application.getBean(PlanBook.class);
        this.reading = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        this.reading.setReadOnly(true);
    }

    public PlanSnapshot read() {
        return Optional.ofNullable(reading.execute(status -> memory.read(book.head())))
                .orElseThrow();
    }
}
