package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.inventory.Inventory;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.planning.Planning;
import org.duebook.planning.RunStatus;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.promising.EntryResult;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.testing.EveryWorkingDay;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A small plant with a published plan, in the real application, and a real browser to look at it. Its tests share one
 * application and one database, so they leave the plant as they found it, but for orders.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"duebook.start.demo=false", "duebook.home.folder=target/home-of-pages-test"})
@ContextConfiguration(initializers = EveryWorkingDay.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SmallPlantInABrowser {

    static final Path SCREENSHOTS = Path.of("target/screenshots");
    static final String PASSWORD = "a long password";
    static final CustomerNumber CUSTOMER = new CustomerNumber("C-1001");
    static final Actor CLERK = new Actor("clerk");

    final List<String> complaints = new ArrayList<>();
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();
    private InstalledBrowser installed;
    BrowserContext context;
    Page page;

    @LocalServerPort
    private int port;

    @Autowired
    Plant plant;

    @Autowired
    Catalog catalog;

    @Autowired
    Customers customers;

    @Autowired
    Inventory inventory;

    @Autowired
    People people;

    @Autowired
    Planning planning;

    @Autowired
    Promising promising;

    @Autowired
    Production production;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestServer.migratedDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @BeforeAll
    void openThePlant() {
        installed = InstalledBrowser.start();
        if (planning.published().isPresent()) {
            return;
        }
        SmallPlant.put(plant, catalog);
        SmallPlant.fillStore(inventory);
        catalog.put(specified(catalog.find(SmallPlant.PUMP).orElseThrow()));
        customers.put(customer(CUSTOMER, "1000000"));
        people.addUser("boss", PASSWORD, Set.of(Role.ADMINISTRATOR, Role.SALES, Role.PLANNER, Role.ANALYST));
        people.addUser("seller", PASSWORD, Set.of(Role.SALES));
        for (int number = 1; number <= 12; number++) {
            assertThat(promising.enter(draft("SO-T" + number, CUSTOMER, number), CLERK))
                    .isInstanceOf(EntryResult.Taken.class);
        }
        for (String held : List.of("SO-H1", "SO-H2", "SO-H3")) {
            CustomerNumber nearlyAtItsLimit = new CustomerNumber("C-" + held);
            customers.put(customer(nearlyAtItsLimit, "1500"));
            assertThat(promising.enter(draft(held, nearlyAtItsLimit, 1), CLERK)).isInstanceOf(EntryResult.Taken.class);
        }
        publishAPlan();
    }

    @AfterAll
    void closeTheBrowser() {
        if (installed != null) {
            installed.close();
        }
    }

    @BeforeEach
    void openAPage() {
        context = installed.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        page = context.newPage();
        complaints.clear();
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(base()) && !request.url().startsWith("data:")) {
                complaints.add("asked outside: " + request.url());
            }
        });
    }

    @AfterEach
    void closeThePage() {
        context.close();
    }

    void signIn(String user) {
        List<Cookie> known = signedIn.get(user);
        if (known != null) {
            context.addCookies(known);
            return;
        }
        page.navigate(base() + "/login");
        page.fill("#username", user);
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasTitle("Today · Duebook");
        signedIn.put(user, context.cookies());
    }

    /** The next sign-in of the user is a new one. */
    void forget(String user) {
        signedIn.remove(user);
    }

    void publishAPlan() {
        var run = planning.start(Duration.ofSeconds(1), true, CLERK);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(planning.run(run.id()).orElseThrow().status())
                                .isEqualTo(RunStatus.FINISHED));
        await().atMost(Duration.ofSeconds(20)).until(() -> planning.published().isPresent());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }

    OrderDraft draft(String order, CustomerNumber customer, int number) {
        return new OrderDraft(
                new OrderNumber(order),
                customer,
                "",
                OrderType.STANDARD,
                Channel.EMAIL,
                5,
                today(),
                "",
                "",
                "PO-" + order,
                DeliveryTerm.DELIVERED,
                Currency.getInstance("EUR"),
                null,
                BigDecimal.ZERO,
                List.of(new OrderDraft.Line(
                        1,
                        SmallPlant.PUMP,
                        Quantity.of(20L * number, Unit.PIECES),
                        null,
                        today().plusDays(7 + 2L * number),
                        List.of(),
                        null,
                        true)));
    }

    static Customer customer(CustomerNumber number, String creditLimit) {
        return new Customer(
                number,
                "Nordhaven Pumps ApS",
                "DK",
                CustomerStatus.ACTIVE,
                "A",
                Money.of(creditLimit, "EUR"),
                30,
                "purchasing@nordhaven.example",
                List.of(
                        new ShipTo("MAIN", "Works Aarhus", "Havnegade 12, 8000 Aarhus", "DK", 3),
                        new ShipTo("SOUTH", "Works Odense", "Kanalvej 3, 5000 Odense", "DK", 2)));
    }

    static Item specified(Item item) {
        return new Item(
                item.number(),
                "Gear pump 25",
                "Gear pump, coated blue",
                item.type(),
                item.unit(),
                item.price(),
                Money.of("60", "EUR"),
                item.leadTimeDays(),
                item.supplier(),
                item.minimumOrder(),
                item.orderMultiple(),
                new Specification(
                        "TS-4471 C",
                        "Ø25 × 140 mm",
                        "ISO 2768-m; Ø25 h6",
                        "42CrMo4+QT",
                        "blue coating",
                        "ISO 9001",
                        "diameter 100 %",
                        "VCI bag",
                        "none",
                        "hydraulics"));
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    String base() {
        return "http://localhost:" + port;
    }
}
