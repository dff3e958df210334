package org.duebook.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.DuebookApplication;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.promising.Promising;
import org.duebook.shared.OrderLineId;
import org.duebook.testing.TestServer;
import org.duebook.web.pages.InstalledBrowser;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The main job on an empty home and a PostgreSQL of its own, named by its URL: the demo plant from files to promises. */
@SpringBootTest(
        classes = DuebookApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.NEVER)
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoStartTest {

    private static final Path HOME = Path.of("target/home-of-demo-start-test");
    private static final String PASSWORD = "a password for the tour";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        String url = TestServer.emptyDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("duebook.home.folder", HOME::toString);
        registry.add("duebook.start.admin-password", () -> PASSWORD);
        registry.add("duebook.start.first-plan", () -> "4s");
    }

    @Autowired
    private Start start;

    @Autowired
    private Orders orders;

    @Autowired
    private Planning planning;

    @Autowired
    private Promising promising;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    @Order(1)
    void anotherPostgresIsUsedByItsUrlAlone() {
        assertThat(context.getBeanNamesForType(DataSource.class)).hasSize(1);
        assertThat(context.containsBean("embeddedServer")).isFalse();
        assertThat(HOME.resolve("database")).doesNotExist();
    }

    @Test
    @Order(2)
    void publishedDemoScheduleHoldsTheWholePlantAndIsLessLateThanTheDispatchRules() {
        Schedule schedule =
                planning.published().flatMap(now -> planning.schedule(now.id())).orElseThrow();

        assertThat(schedule.operations()).hasSizeGreaterThanOrEqualTo(800);
        assertThat(schedule.figures().weightedLateness())
                .isLessThan(schedule.dispatch().weightedLateness());
        assertThat(schedule.dispatch().lateLines()).isPositive();
        assertThat(schedule.figures().changeover()).isPositive();
    }

    @Test
    @Order(3)
    void everyAcceptedLineIsPromisedAndTheOthersAreNot() {
        List<CustomerOrder> all = orders.list(OrderFilter.ALL, null, 1000);

        assertThat(all).extracting(CustomerOrder::status).contains(OrderStatus.HELD, OrderStatus.REJECTED);
        for (CustomerOrder order : all) {
            List<OrderLineId> lines = order.lines().stream().map(OrderLine::id).toList();
            if (order.status().isOpen()) {
                assertThat(promising.promises(lines)).as("%s", order.number()).hasSameSizeAs(lines);
            } else if (order.status() == OrderStatus.REJECTED) {
                assertThat(promising.promises(lines)).as("%s", order.number()).isEmpty();
            }
        }
    }

    @Test
    @Order(4)
    void nextStartImportsNothingTwiceAndEndsWithAShortSummary(CapturedOutput output)
            throws IOException, InterruptedException {
        List<CustomerOrder> before = orders.list(OrderFilter.ALL, null, 1000);

        start.run(new DefaultApplicationArguments());

        assertThat(orders.list(OrderFilter.ALL, null, 1000)).isEqualTo(before);
        String summary = output.getOut().substring(output.getOut().lastIndexOf("Duebook is ready"));
        assertThat(summary.lines().count()).isBetween(8L, 15L);
        assertThat(summary)
                .contains("taken", "held", "rejected", "operations", "dispatch rule", "Changeover", "user admin")
                .doesNotContain(PASSWORD);
    }

    @Test
    @Order(5)
    void orderBalanceSheetReadsBack() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(HOME.resolve("order-balance-sheet.xlsx")))) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getTables()).hasSize(1);
            assertThat(sheet.getTables().getFirst().getRowCount()).isGreaterThan(200);
        }
    }

    @Test
    @Order(6)
    void tourOfTheReadmeWorksAsWritten() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher blocks = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL).matcher(readme);
        StringBuilder tour = new StringBuilder("set -euo pipefail\n");
        while (blocks.find()) {
            tour.append(blocks.group(1));
        }
        tour.append("test -s sheet.xlsx && test -n \"$SO\" && echo tour is over\n");
        Path folder = Files.createDirectories(Path.of("target/tour"));

        Path answers = folder.resolve("answers.txt").toAbsolutePath();
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", tour.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(answers.toFile());
        bash.environment().put("DUEBOOK", "http://localhost:" + port);
        bash.environment().put("DUEBOOK_ADMIN_PASSWORD", PASSWORD);
        Process process = bash.start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String said = read(answers);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("tour is over", "\"balance\":{\"amount\":30,\"unit\":\"pcs\"}");
    }

    /**
     * The picture in the README. To renew it, copy {@code target/screenshots/board.png} to {@code src/docs/board.png}
     * after this test.
     */
    @Test
    @Order(7)
    void boardOfTheDemoPlantIsPictured() {
        Path picture = Path.of("target/screenshots/board.png");
        InstalledBrowser installed = InstalledBrowser.start();
        try (installed) {
            Page page = installed.browser().newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            page.navigate("http://localhost:" + port + "/login");
            page.fill("#username", "admin");
            page.fill("#password", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("http://localhost:" + port + "/");
            page.navigate("http://localhost:" + port + "/schedule");
            page.waitForSelector("#board[data-painted]");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }

        assertThat(picture).isNotEmptyFile();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
