package org.duebook.promising;

import org.duebook.testing.BusyPlant;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** 100,000 quotes and 5,000 confirmations on 10,000 open operations. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class QuoteStreamSoak {

    @Autowired
    private BeanFactory application;

    @Test
    void datesAreBoundAsQuotedAndNobodyElsesPromiseMoves() {
        new QuoteStream(new BusyPlant(10_000), application, 1).run(100_000, 5_000, 250);
    }
}
