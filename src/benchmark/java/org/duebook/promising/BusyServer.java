package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duebook.DuebookApplication;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderStatus;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.planning.Planning;
import org.duebook.planning.RunStatus;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.testing.BusyPlant;
import org.duebook.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The whole application on a port and a PostgreSQL of its own, with a {@link BusyPlant} and a published plan. */
final class BusyServer implements AutoCloseable {

    static final Actor SELLER = new Actor("seller");
    private static final int ORDERS_AT_ONCE = 25;

    private final ConfigurableApplicationContext application;
    private final Planning planning;
    private final LocalDate today;

    /** @param search how long the plan is searched for that is published */
    static BusyServer start(BusyPlant plant, Duration search) {
        SpringApplication application = new SpringApplication(DuebookApplication.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        BusyServer server = new BusyServer(application.run(
                "--server.port=0",
                "--spring.datasource.url=" + TestServer.migratedDatabase(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--duebook.start.demo=false",
                "--duebook.home.folder=target/home-of-quotes-benchmark"));
        server.fill(plant);
        server.publish(search);
        return server;
    }

    /** What the tests configure for themselves lies on the class path here too. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    private BusyServer(ConfigurableApplicationContext application) {
        this.application = application;
        this.planning = application.getBean(Planning.class);
        this.today = LocalDate.ofInstant(application.getBean(Clock.class).instant(), ZoneId.of("Europe/Berlin"));
    }

    private void fill(BusyPlant plant) {
        plant.put(
                application.getBean(Plant.class),
                application.getBean(Catalog.class),
                application.getBean(Inventory.class),
                application.getBean(Customers.class),
                today);
        List<OrderBefore> book =
                plant.orderBook(today).stream().map(BusyServer::accepted).toList();
        Promising promising = application.getBean(Promising.class);
        for (int from = 0; from < book.size(); from += ORDERS_AT_ONCE) {
            promising.enterCarriedOver(book.subList(from, Math.min(book.size(), from + ORDERS_AT_ONCE)), SELLER);
        }
    }

    private static OrderBefore accepted(OrderDraft draft) {
        return new OrderBefore(draft, OrderStatus.ACCEPTED, Map.of(), Map.of(), Map.of());
    }

    private void publish(Duration search) {
        UUID run = planning.start(search, true, SELLER).id();
        await().atMost(search.plus(Duration.ofMinutes(8)))
                .until(() -> planning.run(run).orElseThrow().status().isOver());
        assertThat(planning.run(run).orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
    }

    /** Runs something while a planning run searches. */
    void whileSearching(Duration atMost, Runnable work) {
        UUID run = planning.start(atMost, false, SELLER).id();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> planning.run(run).orElseThrow().status() == RunStatus.RUNNING);
        work.run();
        assertThat(planning.run(run).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        planning.stop(run);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> planning.run(run).orElseThrow().status().isOver());
    }

    <T> T get(Class<T> type) {
        return application.getBean(type);
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    LocalDate today() {
        return today;
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A key that a seller's program asks with. */
    String key() {
        People people = application.getBean(People.class);
        people.addUser(SELLER.name(), "a long password", Set.of(Role.SALES));
        return people.issueKey(SELLER.name()).orElseThrow();
    }

    @Override
    public void close() {
        application.close();
    }
}
