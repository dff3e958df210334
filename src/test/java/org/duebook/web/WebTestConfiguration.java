package org.duebook.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.inventory.Inventory;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.plant.Plant;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.duebook.testing.TestServer;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/** What {@link WebTest} runs on. */
@TestConfiguration(proxyBeanMethods = false)
class WebTestConfiguration {

    static final String PASSWORD = "correct horse battery";

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Lazy
    Api apiClient(ServletWebServerApplicationContext application) {
        return new Api(Objects.requireNonNull(application.getWebServer()).getPort());
    }

    @Bean
    InitializingBean filledPlant(
            Plant plant, Catalog catalog, Inventory inventory, Customers customers, People people) {
        return () -> {
            SmallPlant.put(plant, catalog);
            SmallPlant.fillStore(inventory);
            customers.put(customer("K-1"));
            customers.put(customer("K-2"));
            people.addUser("sales", PASSWORD, Set.of(Role.SALES));
            people.addUser("planner", PASSWORD, Set.of(Role.PLANNER));
            people.addUser("floor", PASSWORD, Set.of(Role.SHOP_FLOOR));
            people.addUser("warehouse", PASSWORD, Set.of(Role.WAREHOUSE));
            people.addUser("analyst", PASSWORD, Set.of(Role.ANALYST));
            people.addUser("boss", PASSWORD, Set.of(Role.ADMINISTRATOR));
        };
    }

    private static Customer customer(String number) {
        return new Customer(
                new CustomerNumber(number),
                "Nordhaven Pumps ApS " + number,
                "DK",
                CustomerStatus.ACTIVE,
                "A",
                Money.of("1000000", "EUR"),
                30,
                "purchasing@nordhaven.example",
                List.of(new ShipTo("MAIN", "Works", "Havnegade 12, Aarhus", "DK", 2)));
    }

    @Bean
    JdbcConnectionDetails connectionDetails() {
        return TestServer.connectionTo(TestServer.migratedDatabase());
    }
}
