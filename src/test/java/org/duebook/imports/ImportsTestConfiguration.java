package org.duebook.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports and all they write into, under the rules as shipped. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "org.duebook.customers",
            "org.duebook.catalog",
            "org.duebook.plant",
            "org.duebook.inventory",
            "org.duebook.policy",
            "org.duebook.orders",
            "org.duebook.production",
            "org.duebook.planning",
            "org.duebook.promising",
            "org.duebook.fulfilment",
            "org.duebook.imports"
        },
        excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
class ImportsTestConfiguration {

    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(dataSource).build();
    }

    /** Empties everything but the rules. */
    static void emptyPlant(JdbcClient jdbc) {
        List<String> tables = jdbc.sql("""
                select tablename from pg_tables
                where schemaname = 'public' and tablename not like 'rule\\_%' and tablename not like 'flyway%'
                    and tablename <> 'plan_head'
                """).query(String.class).list();
        jdbc.sql("truncate " + String.join(", ", tables) + " cascade").update();
    }
}
