package org.duebook.promising;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkCentre;
import org.duebook.plant.WorkingCalendar;
import org.duebook.policy.Decision;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.Policies;
import org.duebook.policy.PromiseParameters;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.VariationParameters;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.duebook.testing.Emptying;
import org.duebook.testing.Exactly;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Promising on everything it stands on, but for the rules: they say what the test wants. The plant turns and coats
 * flanges, six minutes each on its only coating line, Monday to Friday from 6 to 22 in Berlin; goods are three days on
 * the road.
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
            "org.duebook.promising"
        },
        excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
class PromisingTestConfiguration {

    static final String FLANGE = "FL-40";
    static final String CUSTOMER = "K-1003";
    private static final String RULES = "paper-1";

    /** What the rules say to every order until told otherwise. */
    static final AtomicReference<OrderVerdict> VERDICT = new AtomicReference<>(accepted());

    /** When new work is released until told otherwise. */
    static final AtomicReference<ReleaseRules> RELEASES = new AtomicReference<>(ReleaseRules.everyWorkingDay(RULES));

    /** How the plant is declared to vary until told otherwise: not at all. */
    static final AtomicReference<VariationParameters> VARIATION = new AtomicReference<>(Exactly.AS_PLANNED);

    @Bean
    Policies policies() {
        Policies policies = mock(Policies.class);
        when(policies.judge(any())).thenAnswer(call -> VERDICT.get());
        when(policies.releases(any())).thenAnswer(call -> RELEASES.get());
        when(policies.promiseParameters(any()))
                .thenReturn(new PromiseParameters(
                        RULES,
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
        when(policies.variation(any())).thenAnswer(call -> VARIATION.get());
        when(policies.penalty(any())).thenAnswer(call -> twoPercentADay(call.getArgument(0)));
        return policies;
    }

    private static PenaltyVerdict twoPercentADay(PenaltyFacts facts) {
        Money amount = facts.lineAmount().percent(BigDecimal.valueOf(2L * facts.daysLate()));
        return new PenaltyVerdict.None(RULES, amount, facts.daysLate(), "two per cent for each day");
    }

    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(dataSource).build();
    }

    static OrderVerdict accepted() {
        return new OrderVerdict.Accepted(RULES, List.of());
    }

    static OrderVerdict rejected() {
        Decision because = decision(Decision.Outcome.REJECT);
        return new OrderVerdict.Rejected(RULES, List.of(because), List.of(because));
    }

    static OrderVerdict heldForCredit() {
        Decision because = decision(Decision.Outcome.HOLD);
        return new OrderVerdict.Held(RULES, List.of(because), List.of(new Hold.Credit(because)));
    }

    /** A plant without a plan and without orders. */
    static void freshPlant(JdbcClient jdbc, Customers customers, Catalog catalog, Plant plant) {
        Emptying.truncate(jdbc, """
                quote, carried_over, accepted_release, promise, plan_operation, plan_peg, plan_hold, plan_journal,
                    schedule, production_order, customer_order, customer, item, stock_on_hand, machine, work_centre,
                    working_calendar""");
        jdbc.sql("update plan_head set schedule = null, sequence = 0").update();
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR")));
        plant.putCalendar(new WorkingCalendar("TWO-SHIFT", "Two shifts", shifts(), new TreeSet<>()));
        plant.putWorkCentre(new WorkCentre(new WorkCentreCode("TURN"), "Turning"));
        plant.putWorkCentre(new WorkCentre(new WorkCentreCode("COAT"), "Coating"));
        plant.putMachine(machine("TURN-1", "Lathe", "TURN"));
        plant.putMachine(machine("TURN-2", "Lathe", "TURN"));
        plant.putMachine(machine("COAT-2", "Coating line", "COAT"));
        customers.put(new Customer(
                new CustomerNumber(CUSTOMER),
                "Nordhaven Pumps ApS",
                "DK",
                CustomerStatus.ACTIVE,
                "A",
                Money.of("10000000.00", "EUR"),
                30,
                "purchasing@nordhaven.example",
                List.of(new ShipTo("MAIN", "Works Aarhus", "Havnegade 12, 8000 Aarhus", "DK", 3))));
        catalog.put(flange());
        catalog.putRouting(
                new ItemNumber(FLANGE), List.of(step(10, "Turning", "TURN", 1), step(20, "Coating", "COAT", 6)));
        VERDICT.set(accepted());
        RELEASES.set(ReleaseRules.everyWorkingDay(RULES));
        VARIATION.set(Exactly.AS_PLANNED);
    }

    /** A plan that holds nothing yet, ready to be published. */
    static UUID emptySchedule(JdbcClient jdbc) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into schedule (id, plant, planned_from, frozen_until, operations, late_lines, weighted_lateness,
                    changeover_minutes, dispatch_late_lines, dispatch_weighted_lateness, dispatch_changeover_minutes, detail)
                values (:id, 'MAIN', '2026-01-07T08:00:00Z', '2026-01-07T08:00:00Z', 0, 0, 0, 0, 0, 0, 0,
                    '{"operations": [], "pegs": [], "lateLines": [], "load": []}')
                """).param("id", id).update();
        return id;
    }

    private static Decision decision(Decision.Outcome outcome) {
        return new Decision(
                "credit",
                "CR-020",
                "tables/credit.csv",
                7,
                outcome,
                "customer",
                CUSTOMER,
                "less exposure",
                "limit is used up",
                List.of());
    }

    private static List<WorkingCalendar.Shift> shifts() {
        Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        return Stream.of(DayOfWeek.values())
                .filter(day -> !weekend.contains(day))
                .map(day -> new WorkingCalendar.Shift(day, LocalTime.of(6, 0), LocalTime.of(22, 0)))
                .toList();
    }

    private static Machine machine(String code, String name, String workCentre) {
        return new Machine(new MachineCode(code), name, new WorkCentreCode(workCentre), "TWO-SHIFT", "");
    }

    private static Item flange() {
        return new Item(
                new ItemNumber(FLANGE),
                "Flange",
                "Flange 40, coated",
                ItemType.FINISHED,
                Unit.PIECES,
                Money.of("10.00", "EUR"),
                Money.of("6.00", "EUR"),
                0,
                "",
                Quantity.of(1, Unit.PIECES),
                Quantity.of(0, Unit.PIECES),
                Specification.NONE);
    }

    private static RoutingStep step(int sequence, String name, String workCentre, int minutesPerUnit) {
        return new RoutingStep(
                sequence,
                name,
                new WorkCentreCode(workCentre),
                "",
                Duration.ofMinutes(minutesPerUnit),
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                null);
    }
}
