package org.duebook.policy;

import java.time.Clock;
import org.duebook.policy.desk.Instances;
import org.duebook.policy.desk.Publications;
import org.duebook.policy.desk.RulesDesk;
import org.duebook.policy.desk.RulesFolder;
import org.duebook.policy.ledger.Ledger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the rules while the rest of the application starts, and fails the start when there are none to run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesProperties.class)
class PolicyConfiguration {

    @Bean
    RulesDesk rulesDesk(
            RulesProperties properties, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new RulesDesk(
                new RulesFolder(properties.folder()),
                new Publications(jdbc, new TransactionTemplate(transactions)),
                new Instances(jdbc, clock, Instances.thisProcess()),
                properties.publish() == RulesProperties.Publish.AUTO,
                properties.poll(),
                clock);
    }

    @Bean
    Ledger ledger(JdbcTemplate jdbc) {
        return new Ledger(jdbc);
    }

    @Bean
    SmartLifecycle rulesAreOpen(RulesDesk desk) {
        return new RulesAreOpen(desk);
    }

    /** Before the web server lets anybody in. */
    private static final class RulesAreOpen implements SmartLifecycle {

        private static final int BEFORE_WEB_SERVER = Integer.MAX_VALUE - 8_192;

        private final RulesDesk desk;
        private volatile boolean running;

        RulesAreOpen(RulesDesk desk) {
            this.desk = desk;
        }

        @Override
        public void start() {
            desk.awaitOpen();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return BEFORE_WEB_SERVER;
        }
    }
}
