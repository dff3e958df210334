package org.duebook.promising;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The job that writes the entries by which overdue holds end; one instance of many does it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PromisingSettings.class)
class HoldExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(HoldExpiry.class);

    @Bean
    RecurringTask<Void> endOverdueHolds(
            PromisingSettings settings, QuoteDesk desk, PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.recurring("end-overdue-holds", FixedDelay.of(settings.expiryInterval()))
                .execute((instance, context) -> {
                    Integer ended = transaction.execute(status -> desk.expireOverdue());
                    if (ended != null && ended > 0) {
                        LOG.info("{} quotes expired", ended);
                    }
                });
    }
}
