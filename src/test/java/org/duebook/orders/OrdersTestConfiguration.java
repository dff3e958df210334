package org.duebook.orders;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.policy.Policies;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders and what they stand on, in a plant with one customer who may owe 10,000 EUR and one item that costs 84.50. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "org.duebook.orders",
    "org.duebook.customers",
    "org.duebook.catalog",
    "org.duebook.plant",
    "org.duebook.inventory"
})
public class OrdersTestConfiguration {

    @Bean
    RulesOnPaper rulesOnPaper() {
        return new RulesOnPaper();
    }

    @Bean
    Policies policies(RulesOnPaper rules) {
        return rules.policies();
    }

    /** Empties the books and sets up the plant. */
    public static void freshBooks(JdbcClient jdbc, Customers customers, Catalog catalog, Plant plant) {
        jdbc.sql("truncate customer, item, customer_order, stock_on_hand, plant_profile cascade")
                .update();
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR")));
        customers.put(customer("K-1003", CustomerStatus.ACTIVE, "10000.00"));
        catalog.put(item("AV-1010", "84.50", "49.20"));
        catalog.putRouting(new ItemNumber("AV-1010"), List.of(turning()));
    }

    static Customer customer(String number, CustomerStatus status, String limit) {
        return new Customer(
                new CustomerNumber(number),
                "Nordhaven Pumps ApS",
                "DK",
                status,
                "A",
                Money.of(limit, "EUR"),
                30,
                "purchasing@nordhaven.example",
                List.of(new ShipTo("MAIN", "Works Aarhus", "Havnegade 12, 8000 Aarhus", "DK", 3)));
    }

    static Item item(String number, String price, String cost) {
        return new Item(
                new ItemNumber(number),
                "Drive shaft",
                "Shaft D32x210, hardened",
                ItemType.FINISHED,
                Unit.PIECES,
                Money.of(price, "EUR"),
                Money.of(cost, "EUR"),
                0,
                "",
                Quantity.of(1, Unit.PIECES),
                Quantity.of(0, Unit.PIECES),
                new Specification(
                        "DRW 1010", "D32 h6 x 210 mm", "ISO 2768-mK", "42CrMo4", "", "ISO 9001", "", "", "", ""));
    }

    private static RoutingStep turning() {
        return new RoutingStep(
                10,
                "Turn",
                new WorkCentreCode("TURN"),
                "",
                Duration.ofMinutes(3),
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                null);
    }
}
