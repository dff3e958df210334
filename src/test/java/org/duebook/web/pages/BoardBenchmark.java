package org.duebook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.promising.EntryResult;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.testing.LargePlant;
import org.duebook.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The board with 5,000 operations in a real browser: how long until its first bars are painted, and whether it stays fluent
 * while the window moves. Run it alone on a quiet machine, {@code ./mvnw -Pbenchmark test -Dtest=BoardBenchmark}; the
 * figures are written to {@code target/benchmark/board.json}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"duebook.start.demo=false", "duebook.home.folder=target/home-of-board-benchmark"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardBenchmark {

    private static final int ORDERS = 25;
    /** The first ones make the server warm and do not count; they are reported too. */
    private static final int WARM_UPS = 4;

    private static final int LOADS = WARM_UPS + 5;
    private static final String PASSWORD = "a long password";
    private static final Actor CLERK = new Actor("clerk");

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private InstalledBrowser installed;
    private BrowserContext context;

    @LocalServerPort
    private int port;

    @Autowired
    private Plant plant;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Customers customers;

    @Autowired
    private People people;

    @Autowired
    private Planning planning;

    @Autowired
    private Promising promising;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestServer.migratedDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @BeforeAll
    void publishALargePlan() {
        installed = InstalledBrowser.start();
        LargePlant.put(plant, catalog, customers);
        people.addUser("boss", PASSWORD, Set.of(Role.ADMINISTRATOR, Role.PLANNER));
        LocalDate today = LocalDate.ofInstant(clock.instant(), plant.profile().zone());
        for (int order = 0; order < ORDERS; order++) {
            assertThat(promising.enter(LargePlant.order(order, today), CLERK)).isInstanceOf(EntryResult.Taken.class);
        }
        var run = planning.start(Duration.ofSeconds(5), true, CLERK);
        await().atMost(Duration.ofMinutes(4))
                .until(() -> planning.run(run.id()).orElseThrow().status().isOver());
        assertThat(planning.published().orElseThrow().operations())
                .hasSize(ORDERS * LargePlant.LINES_PER_ORDER * LargePlant.CENTRES);
        signIn();
    }

    @AfterAll
    void write() throws IOException {
        if (installed != null) {
            installed.close();
        }
        Path file = Path.of("target/benchmark/board.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(figures));
        System.out.println("Board with 5,000 operations: " + figures);
    }

    @Test
    void firstBarsArePaintedWithinTwoSeconds() {
        List<Double> painted = new ArrayList<>();
        for (int load = 0; load < LOADS; load++) {
            Page page = open();
            painted.add(number(page, "performance.getEntriesByName('board-painted')[0].startTime"));
            if (load == LOADS - 1) {
                figures.put("feedBytes", number(page, """
                        performance.getEntriesByType('resource').find(each => each.name.endsWith('/schedule/board')).encodedBodySize"""));
                figures.put(
                        "pageAnsweredMillis",
                        number(page, "performance.getEntriesByType('navigation')[0].responseEnd"));
                figures.put(
                        "feedAskedMillis", number(page, "performance.getEntriesByName('board-asked')[0].startTime"));
                figures.put("feedReadMillis", number(page, "performance.getEntriesByName('board-read')[0].startTime"));
                figures.put("elements", number(page, "document.querySelectorAll('.vis-item').length"));
            }
            page.close();
        }
        figures.put("firstPaintMillis", painted);

        assertThat(painted.stream().skip(WARM_UPS).sorted().toList().get(2)).isLessThanOrEqualTo(2000);
    }

    @Test
    void movingTheWindowLeavesTheBrowserFree() {
        Page page = open();
        page.focus("#board");
        page.evaluate("window.longTasks.length = 0");
        for (String key : List.of(
                "m",
                "w",
                "PageDown",
                "PageDown",
                "PageUp",
                "+",
                "+",
                "PageDown",
                "-",
                "-",
                "d",
                "PageDown",
                "a",
                "w")) {
            page.keyboard().press(key);
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))");
        }
        figures.put("longestTaskOfAJumpMillis", number(page, "Math.max(0, ...window.longTasks)"));

        page.evaluate("window.longTasks.length = 0");
        double frames = drag(page);
        figures.put("longestTaskOfADragMillis", number(page, "Math.max(0, ...window.longTasks)"));
        figures.put("framesPerSecondWhileDragging", frames);

        assertThat((Double) figures.get("longestTaskOfAJumpMillis")).isLessThan(400);
        assertThat((Double) figures.get("longestTaskOfADragMillis")).isLessThan(400);
        page.close();
    }

    /** Pulls the window along for three seconds; gives the frames the browser showed each second. */
    private static double drag(Page page) {
        page.evaluate("""
                () => { window.frames0 = 0; const count = () => { window.frames0++; requestAnimationFrame(count); }; requestAnimationFrame(count); }""");
        double from = number(page, "performance.now()");
        var box = page.locator("#board .vis-center").first().boundingBox();
        double y = box.y + box.height / 2;
        for (int pull = 0; pull < 4; pull++) {
            page.mouse().move(box.x + box.width - 60, y);
            page.mouse().down();
            page.mouse().move(box.x + 60, y, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(40));
            page.mouse().up();
        }
        return number(page, "window.frames0") * 1000 / (number(page, "performance.now()") - from);
    }

    private void signIn() {
        context = installed.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.addInitScript("""
                window.longTasks = [];
                new PerformanceObserver(list => list.getEntries().forEach(each => window.longTasks.push(each.duration)))
                    .observe({type: "longtask", buffered: true});""");
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/login");
        page.fill("#username", "boss");
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("http://localhost:" + port + "/");
        page.close();
    }

    private Page open() {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/schedule");
        page.waitForSelector("#board[data-painted]");
        return page;
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
