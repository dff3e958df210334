package org.duebook.home;

import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs PostgreSQL in the home folder when nobody named another by {@code spring.datasource.url}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Home.class)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none set")
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(Home home) throws IOException, InterruptedException {
            return EmbeddedServer.start(home);
        }

        /** Before the jobs start, which they do when every bean is made. */
        @Bean
        @DependsOnDatabaseInitialization
        JobsAtWork jobsAtWork(JdbcClient jdbc) {
            return new JobsAtWork(jdbc);
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(EmbeddedServer server) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return EmbeddedServer.USER;
                }

                @Override
                public String getPassword() {
                    return server.password();
                }

                @Override
                public String getJdbcUrl() {
                    return server.jdbcUrl();
                }
            };
        }
    }
}
