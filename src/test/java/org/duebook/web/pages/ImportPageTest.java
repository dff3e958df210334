package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duebook.catalog.Catalog;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.shared.ItemNumber;
import org.duebook.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A planner brings the plant's own files in and takes them out again. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "duebook.start.demo=false",
            "duebook.home.folder=target/home-of-import-page-test",
            "spring.servlet.multipart.max-file-size=1MB"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPageTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String PASSWORD = "a long password";
    private static final String ITEMS = "number,name,type,unit,cost,currency,lead_time_days\n";

    private final List<String> complaints = new ArrayList<>();
    private InstalledBrowser installed;
    private BrowserContext context;
    private Page page;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Catalog catalog;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestServer.migratedDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @BeforeAll
    void openTheBrowser() {
        installed = InstalledBrowser.start();
        people.addUser("planner", PASSWORD, Set.of(Role.PLANNER));
        people.addUser("seller", PASSWORD, Set.of(Role.SALES));
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
    }

    @AfterEach
    void closeThePage() {
        context.close();
    }

    @Test
    void soundFileIsPreviewedThenImportedByKeyboard() {
        signIn("planner");
        page.click("nav >> text=Import");
        choose("items.csv", ITEMS + "IP-1,Washer,component,pcs,0.10,EUR,5\nIP-2,Nut,component,pcs,0.20,EUR,5\n");
        page.focus("#mode");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("#report .tag")).hasText("no fault");
        assertThat(page.locator("#counts tbody tr")).hasText("items2000");
        assertThat(catalog.find(new ItemNumber("IP-1"))).isEmpty();
        shoot("import-preview");

        page.focus("#report button");
        page.keyboard().press("Enter");

        assertThat(page.locator("[role=status]")).hasText("items.csv is imported.");
        assertThat(page.locator("#report")).containsText("Imported.");
        assertThat(catalog.find(new ItemNumber("IP-1"))).isPresent();
        shoot("import-done");
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyFaultIsListedFilteredAndDownloaded() throws IOException {
        signIn("planner");
        page.navigate(base() + "/imports");
        StringBuilder rows = new StringBuilder(ITEMS);
        for (int row = 1; row <= 250; row++) {
            rows.append("IF-")
                    .append(row)
                    .append(",Washer,component,pcs,=cheap")
                    .append(row)
                    .append(",EUR,5\n");
        }
        rows.append("IF-999,Washer,component,PIECES,1,EUR,5\n");
        choose("items.csv", rows.toString());
        page.click("button:has-text('Preview')");

        assertThat(page.locator("#report .tag")).hasText("251 faults");
        assertThat(page.locator("#report button")).hasCount(0);
        assertThat(page.locator("#faults tbody tr")).hasCount(100);
        assertThat(page.locator("#faults tbody tr").first()).containsText("items2cost=cheap1a number such as 12.5");
        shoot("import-faults");
        page.click("#faults .pager >> text=Next");
        assertThat(page.locator("#faults .pager")).containsText("Page 2 of 3");
        page.fill("#text", "PIECES");
        page.press("#text", "Enter");
        assertThat(page.locator("#faults tbody tr")).hasCount(1);
        assertThat(page.locator("#faults tbody tr")).containsText("252");
        page.click("#faults >> text=Clear");
        Download download = page.waitForDownload(() -> page.click("#faults >> text=Download as CSV"));
        List<String> lines = Files.readAllLines(download.path());

        assertThat(lines).hasSize(252).startsWith("sheet,row,column,value,wanted,cure");
        assertThat(lines.get(1)).startsWith("items,2,cost,'=cheap1,");
        assertThat(complaints).isEmpty();
    }

    @Test
    void goodRowsAreImportedWhereThatIsWanted() {
        signIn("planner");
        page.navigate(base() + "/imports");
        choose("items.csv", ITEMS + "IG-1,Washer,component,pcs,0.10,EUR,5\nIG-2,Nut,component,pcs,ten,EUR,5\n");
        page.selectOption("#mode", "ROW_BY_ROW");
        page.click("button:has-text('Preview')");
        page.click("#report button:has-text('Import the good rows')");

        assertThat(page.locator("#counts tbody tr")).hasText("items1001");
        assertThat(catalog.find(new ItemNumber("IG-1"))).isPresent();
        assertThat(catalog.find(new ItemNumber("IG-2"))).isEmpty();
    }

    @Test
    void templateAndExportAreDownloadedAndReadBack() {
        signIn("planner");
        page.navigate(base() + "/imports");

        Download template = page.waitForDownload(() -> page.click("text=Template to fill"));
        Download csv = page.waitForDownload(() -> page.click("text=Export CSV"));
        Download workbook = page.waitForDownload(() -> page.click("text=Export Excel"));

        assertThat(template.suggestedFilename()).isEqualTo("duebook-template.xlsx");
        assertThat(csv.suggestedFilename()).isEqualTo("duebook.zip");
        page.setInputFiles("#file", workbook.path());
        assertThat(workbook.suggestedFilename()).isEqualTo("duebook.xlsx");
    }

    @Test
    void fileThatIsTooLargeIsToldBeforeItIsSent() {
        signIn("planner");
        page.navigate(base() + "/imports");
        choose("items.csv", "x".repeat(1024 * 1024 + 1));
        page.click("button:has-text('Preview')");

        assertThat(page.locator("#report")).hasCount(0);
        assertThat((String) page.evaluate("document.querySelector('#file').validationMessage"))
                .contains("too large");
    }

    @Test
    void sellerFindsNoImport() {
        signIn("seller");
        page.navigate(base() + "/");
        assertThat(page.locator("nav >> text=Import")).hasCount(0);

        assertThat(page.navigate(base() + "/imports").status()).isEqualTo(403);
        assertThat(page.request().get(base() + "/imports/export.xlsx").status()).isEqualTo(403);
    }

    @Test
    void pageFitsASmallScreen() {
        signIn("planner");
        page.setViewportSize(420, 850);
        page.navigate(base() + "/imports");
        choose("items.csv", ITEMS + "IS-1,Washer,component,pcs,ten,EUR,5\n");
        page.click("button:has-text('Preview')");

        assertThat(page.locator("#faults")).isVisible();
        shoot("small-imports");
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    private void choose(String name, String content) {
        page.setInputFiles("#file", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private void signIn(String user) {
        page.navigate(base() + "/login");
        page.fill("#username", user);
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
