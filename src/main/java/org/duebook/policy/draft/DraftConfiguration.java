package org.duebook.policy.draft;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    Drafts drafts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new Drafts(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    BackTests backTests(Clock clock) {
        return new BackTests(clock);
    }
}
