package org.duebook.promising;

import org.duebook.testing.BusyPlant;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A sample of {@link QuoteStreamSoak}. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class QuoteStreamTest {

    @Autowired
    private BeanFactory application;

    @Test
    void datesAreBoundAsQuotedAndNobodyElsesPromiseMoves() {
        new QuoteStream(new BusyPlant(1_000), application, 1).run(1_000, 50, 25);
    }
}
