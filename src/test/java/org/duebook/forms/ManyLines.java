package org.duebook.forms;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import javax.sql.DataSource;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.Policies;
import org.duebook.policy.PromiseParameters;
import org.duebook.policy.ReleaseRules;
import org.duebook.shared.Money;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The forms on everything they stand on but the rules, and a book of so many open order lines: three to an order, each with a
 * full specification, promised, every second one delivered in part.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "org.duebook.customers",
            "org.duebook.catalog",
            "org.duebook.plant",
            "org.duebook.inventory",
            "org.duebook.orders",
            "org.duebook.production",
            "org.duebook.planning",
            "org.duebook.promising",
            "org.duebook.fulfilment",
            "org.duebook.changes",
            "org.duebook.balancesheet",
            "org.duebook.forms"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class))
class ManyLines {

    @Bean
    Policies policies() {
        Policies policies = mock(Policies.class);
        when(policies.penalty(any()))
                .thenReturn(new PenaltyVerdict.None(
                        "paper-1", Money.zero(Currency.getInstance("EUR")), 0, "within the grace days"));
        when(policies.releases(any())).thenReturn(ReleaseRules.everyWorkingDay("paper-1"));
        when(policies.promiseParameters(any()))
                .thenReturn(new PromiseParameters(
                        "paper-1",
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(3),
                        Duration.ofMinutes(30),
                        Duration.ofDays(2),
                        Duration.ofDays(7),
                        new PromiseParameters.Recovery(
                                Duration.ofHours(4),
                                new BigDecimal("60"),
                                new BigDecimal("50"),
                                new BigDecimal("30"),
                                Duration.ofDays(3))));
        return policies;
    }

    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(dataSource).build();
    }

    /** Fills the empty books with so many lines; a multiple of three. */
    static void fill(JdbcClient jdbc, int lines) {
        jdbc.sql("""
                insert into customer_order (number, customer, ship_to, type, channel, priority, order_date, clerk, region,
                    customer_reference, delivery_term, currency, deposit_paid_percent, content, rule_set, status,
                    entered_at, version)
                select 'SO-' || n, 'K-' || n % 200, 'MAIN', 'STANDARD', 'EMAIL', 5, date '2025-12-01' + n % 30, '', '',
                    'PO ' || n, 'DELIVERED', 'EUR', 0, '', 'paper-1', 'HELD', '2026-01-01T08:00:00Z', 1
                from generate_series(1, :orders) n""").param("orders", lines / 3).update();
        jdbc.sql("""
                insert into order_line (order_number, line, item, item_name, short_description, specification, quantity,
                    unit, unit_price, requested, tolerances_accepted)
                select 'SO-' || n, line, 'P-' || n % 500, '水泵轴套 ' || n % 500, 'Turned, grooved and coated',
                    jsonb_build_object('sheet', 'TS-' || n % 60, 'dimensions', 'Ø25 × 140 mm', 'tolerances', 'h6',
                        'material', '1.4404 (316L)', 'finish', 'Ra 0.8', 'qualityStandard', 'ISO 9001',
                        'inspectionCriteria', '100 % leak test', 'packaging', '10 per box', 'specialCharacteristics', '',
                        'endApplication', 'Dosing pumps'),
                    100 + n % 900, 'pcs', 12.50, date '2026-01-05' + n % 90, true
                from generate_series(1, :orders) n, generate_series(1, 3) line""").param("orders", lines / 3).update();
        jdbc.sql("insert into order_release select order_number, line, 1, requested, quantity from order_line")
                .update();
        jdbc.sql("""
                insert into accepted_release (order_number, line, release, item, quantity, unit, requested, transit_days,
                    accepted_at)
                select order_number, line, 1, item, quantity, unit, requested, 2, '2026-01-01T08:00:00Z' from order_line""").update();
        jdbc.sql("""
                insert into promise (order_number, line, release, revision, promised, reason, promised_by, promised_at)
                select order_number, line, 1, 1, requested + line, 'first', 'clerk', '2026-01-01T08:00:00Z'
                from order_line""").update();
        jdbc.sql("""
                insert into delivery (number, order_number, line, delivered_on, quantity, unit, note, by, at)
                select 'DN-' || order_number || line, order_number, line, date '2026-01-03', 20, unit, '', 'store',
                    '2026-01-03T08:00:00Z'
                from order_line where line <> 2""").update();
        jdbc.sql("update customer_order set status = 'PARTLY_DELIVERED', version = 2")
                .update();
        jdbc.sql("analyze").update();
    }
}
