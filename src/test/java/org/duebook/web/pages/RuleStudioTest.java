package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.people.Role;
import org.duebook.policy.DraftConflict;
import org.duebook.policy.DraftConflict.Side;
import org.duebook.policy.DraftOutcome;
import org.duebook.policy.Policies;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleSheet;
import org.duebook.policy.RuleStudio;
import org.duebook.policy.SheetEdit;
import org.duebook.shared.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables are edited by cell and row, with hostile input, in two tabs and while somebody else publishes. */
class RuleStudioTest extends SmallPlantInABrowser {

    private static final String DEPOSIT = "tables/deposit.csv";
    private static final Actor ANALYST = new Actor("analyst");
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Autowired
    private Policies policies;

    @Autowired
    private RuleStudio studio;

    @BeforeEach
    void signInAsAnalyst() {
        if (people.users().stream().noneMatch(user -> user.name().equals(ANALYST.name()))) {
            people.addUser(ANALYST.name(), PASSWORD, Set.of(Role.ANALYST));
        }
        signIn(ANALYST.name());
    }

    @AfterEach
    void discardTheDraft() {
        studio.discard(ANALYST);
    }

    private void open(String file) {
        page.navigate(base() + "/rules/table?file=" + file);
    }

    private Locator cell(int at, int column) {
        return page.locator("[name='cell." + at + "." + column + "']");
    }

    private void type(int at, int column, String text) {
        cell(at, column).focus();
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
        page.keyboard().press("Tab");
    }

    @Test
    void cellsAndRowsAreEditedByKeyboardAndSurviveSigningOut() {
        open(DEPOSIT);
        type(2, 4, "25 %");
        assertThat(page.locator("td.changed")).hasCount(1);
        type(2, 5, "a quarter");
        assertThat(cell(2, 5)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#fault-2-5")).containsText("wanted a share of 0 or more such as 30 %");
        shoot("rules-1-fault");
        type(2, 5, "25 %");
        assertThat(page.locator("td.wrong")).hasCount(0);

        cell(2, 0).focus();
        page.keyboard().press("Alt+c");
        assertThat(cell(3, 0)).hasValue("DE-025");
        assertThat(cell(3, 0)).isFocused();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(cell(4, 0)).hasValue("DE-025");
        assertThat(page.locator("tr.added")).hasCount(1);
        page.keyboard().press("Alt+x");
        assertThat(page.locator("tr.added")).hasCount(0);
        page.keyboard().press("ArrowUp");
        assertThat(cell(2, 0)).isFocused();
        shoot("rules-2-rows");

        page.click("text=Sign out");
        page.fill("#username", ANALYST.name());
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasTitle("Today · Duebook");
        page.navigate(base() + "/rules");
        assertThat(page.locator("#draft")).containsText(DEPOSIT);
        page.navigate(base() + "/rules/changes");
        assertThat(page.locator("#publish .note-box")).isVisible(SOON);
        assertThat(page.locator("#publish button")).isDisabled();
        shoot("rules-3-blocked");
        assertThat(complaints).isEmpty();
        forget(ANALYST.name());
    }

    @Test
    void hostileTextStaysText() {
        open(DEPOSIT);
        type(1, 6, "<script>alert(1)</script> \"; drop, =1+1");
        assertThat(page.locator("td.changed")).hasCount(1);
        assertThat(new String(studio.bytes(DEPOSIT, ANALYST).orElseThrow(), StandardCharsets.UTF_8))
                .contains(",\"<script>alert(1)</script> \"\"; drop, =1+1\",");

        cell(1, 6).fill("x".repeat(1_000_000));
        page.keyboard().press("Tab");

        assertThat(page.locator("#not-kept")).containsText("at most 500 characters; these are 1000000");
        assertThat(cell(1, 6)).hasValue("x".repeat(1_000_000));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/rules/cells, key.1, zzzz, cell.1.1, RUSH, 200, as you saw it",
        "/rules/cells, key.9999, zzzz, cell.9999.1, RUSH, 200, as you saw it",
        "/rules/cells, key.1, RIGHT, cell.1.99, RUSH, 200, one of the",
        "/rules/cells, key.1, RIGHT, cell.1.1, 'a\u0007b', 200, control characters",
        "/rules/cells, key.1, RIGHT, cell.1.0, '# gone', 200, does not begin with #",
        "/rules/cells, key.1, RIGHT, cell.99999999.1, x, 200, id",
        "/rules/rows, row, 77, do, delete, 200, as you saw it",
        "/rules/rows, row, x, do, delete, 400, ",
        "/rules/rows, row, 1, do, explode, 400, ",
        "/rules/back-test, from, yesterday, to, 2026-01-01, 200, last day of orders",
        "/rules/publish, version, nonsense, comment, why, 200, another one by now",
        "/rules/roll-back, version, nonsense, comment, why, 200, no version nonsense",
        "/rules/roll-back, version, 'a\u0000', comment, why, 200, no version a",
        "/rules/take, number, 999999, x, y, 200, no such publication",
        "/rules/withdraw, number, 999999, x, y, 200, does not wait"
    })
    void wrongRequestIsAnsweredInWords(
            String path, String name, String value, String other, String text, int status, String said) {
        open(DEPOSIT);
        String key = page.locator("[name='key.1']").getAttribute("value");
        FormData form = FormData.create()
                .set("_csrf", page.locator("#sheet [name=_csrf]").getAttribute("value"))
                .set("file", DEPOSIT)
                .set(name, value.equals("RIGHT") ? key : value)
                .set(other, text);

        APIResponse answer =
                page.request().post(base() + path, RequestOptions.create().setForm(form));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(said == null ? "" : said);
        assertThat(studio.draft(ANALYST)).isEmpty();
    }

    @Test
    void tableThatIsNoneIsNotFound() {
        for (String file : new String[] {"tables/none.csv", "../pom.xml", "ruleset.yml", "%00"}) {
            assertThat(page.request().get(base() + "/rules/table?file=" + file).status())
                    .as(file)
                    .isIn(400, 404);
        }
        assertThat(page.request().get(base() + "/rules/back-test/orders/NONE").status())
                .isEqualTo(404);
    }

    @Test
    void whoIsNoAnalystReadsWhatRunsOnly() {
        context.clearCookies();
        signIn("seller");

        open(DEPOSIT);

        assertThat(page.locator("#sheet tbody tr")).hasCount(3);
        assertThat(page.locator("#sheet input:not([type=hidden])")).hasCount(0);
        assertThat(page.locator("#sheet")).containsText("DE-020");
        assertThat(page.request().get(base() + "/rules/back-test/orders/SO-T1").status())
                .isEqualTo(403);
        FormData form = FormData.create()
                .set("_csrf", page.locator("#sheet [name=_csrf]").getAttribute("value"))
                .set("file", DEPOSIT);
        assertThat(page.request()
                        .post(base() + "/rules/discard", RequestOptions.create().setForm(form))
                        .status())
                .isEqualTo(403);
        assertThat(page.request()
                        .post(base() + "/rules/discard", RequestOptions.create().setForm(FormData.create()))
                        .status())
                .isEqualTo(403);
        assertThat(complaints).isEmpty();
    }

    @Test
    void secondTabDoesNotWriteOverTheFirst() {
        open(DEPOSIT);
        Page second = context.newPage();
        second.navigate(base() + "/rules/table?file=" + DEPOSIT);
        second.locator("[name='cell.2.5']").fill("22 %");
        second.keyboard().press("Tab");
        assertThat(second.locator("td.changed")).hasCount(1);

        type(2, 5, "23 %");

        assertThat(page.locator("#not-kept")).containsText("perhaps in another tab");
        assertThat(cell(2, 5)).hasValue("23 %");
        assertThat(cell(2, 5)).hasAttribute("value", "22 %");
        type(3, 5, "26 %");
        assertThat(page.locator("td.changed")).hasCount(2);
        shoot("rules-4-two-tabs");
    }

    @Test
    void textThatWasRefusedStaysWithItsRow() {
        open(DEPOSIT);
        String tooLong = "x".repeat(501);
        cell(2, 6).fill(tooLong);
        page.keyboard().press("Tab");
        assertThat(page.locator("#not-kept")).containsText("at most 500 characters");

        cell(1, 0).focus();
        page.keyboard().press("Alt+c");

        assertThat(cell(2, 0)).isFocused();
        assertThat(cell(3, 6)).hasValue(tooLong);
        assertThat(cell(3, 6)).hasAttribute("aria-invalid", "true");
        assertThat(cell(2, 6)).not().hasValue(tooLong);
        cell(3, 0).focus();
        page.keyboard().press("Alt+x");
        assertThat(page.locator("#trouble")).containsText(tooLong.substring(0, 200));
        assertThat(complaints).isEmpty();
    }

    @Test
    void wholeTableIsKeptWithoutScript() {
        open(DEPOSIT);
        FormData form = FormData.create()
                .set("_csrf", page.locator("#sheet [name=_csrf]").getAttribute("value"))
                .set("file", DEPOSIT);
        for (int other = 0; other < 1_200; other++) {
            form.set("other." + other, "x");
        }
        form.set("key.1", page.locator("[name='key.1']").getAttribute("value")).set("cell.1.6", "without script");

        APIResponse answer = page.request()
                .post(base() + "/rules/cells", RequestOptions.create().setForm(form));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("without script");
    }

    @Test
    void remarkThatNoCellOfAWorkbookHoldsIsToldInsteadOfAWorkbook() {
        String remark = "# " + "x".repeat(33_000) + "\n";
        byte[] file = policies.files(policies.status().version()).orElseThrow().get(DEPOSIT);
        assertThat(studio.replace(
                        DEPOSIT,
                        (new String(file, StandardCharsets.UTF_8) + remark).getBytes(StandardCharsets.UTF_8),
                        ANALYST))
                .isInstanceOf(DraftOutcome.Kept.class);

        assertThat(page.request()
                        .get(base() + "/rules/workbook?file=" + DEPOSIT)
                        .status())
                .isEqualTo(422);
        assertThat(page.request()
                        .get(base() + "/rules/download?file=" + DEPOSIT)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void downloadedTableIsTheFileAndComesBackUnchanged() {
        open(DEPOSIT);
        byte[] file = policies.files(policies.status().version()).orElseThrow().get(DEPOSIT);

        byte[] downloaded =
                page.request().get(base() + "/rules/download?file=" + DEPOSIT).body();
        assertThat(downloaded).isEqualTo(file);
        upload("deposit.csv", downloaded);
        assertThat(studio.draft(ANALYST)).isEmpty();
        upload(
                "deposit.xlsx",
                page.request().get(base() + "/rules/workbook?file=" + DEPOSIT).body());
        assertThat(studio.draft(ANALYST)).isEmpty();
        upload(
                "deposit.csv",
                new String(downloaded, StandardCharsets.UTF_8)
                        .replace("20 %,20 %", "25 %,25 %")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("td.changed")).hasCount(2);
        upload("deposit.csv", "nonsense\n\"".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("main > [role=alert]")).containsText("wanted");
        assertThat(page.locator("td.changed")).hasCount(2);
        assertThat(complaints).isEmpty();
    }

    private void upload(String name, byte[] bytes) {
        page.click("text=Bring the table in as a file");
        page.setInputFiles("#upload", new FilePayload(name, "application/octet-stream", bytes));
        page.waitForNavigation(() -> page.click("text=Put it into my draft"));
    }

    @Test
    void draftIsLaidOverWhatSomebodyElsePublished() {
        String before = policies.status().version();
        open(DEPOSIT);
        type(2, 6, "A new customer pays a fifth in advance");
        assertThat(page.locator("td.changed")).hasCount(1);
        try {
            String theirs = new String(policies.files(before).orElseThrow().get(DEPOSIT), StandardCharsets.UTF_8)
                    .replace("A new customer pays 20 % in advance", "Twenty in advance")
                    .replace("30 % or no effect", "their note");
            assertThat(policies.publish(
                            new RuleChange(
                                    before,
                                    Map.of(DEPOSIT, Optional.of(theirs.getBytes(StandardCharsets.UTF_8))),
                                    "theirs",
                                    Optional.empty()),
                            CLERK))
                    .isInstanceOf(PublishOutcome.Published.class);

            page.navigate(base() + "/rules");
            assertThat(page.locator("#outdated")).containsText("Nothing of yours is lost");
            page.click("#outdated a");
            assertThat(page.locator("#lay-over tbody tr")).hasCount(1);
            assertThat(page.locator("#lay-over tbody tr")).containsText("Twenty in advance");
            shoot("rules-5-conflict");
            page.check("#lay-over [value=MINE]");
            page.click("#lay-over button");

            assertThat(page.locator("[role=status]").first()).containsText("laid over");
            assertThat(new String(studio.bytes(DEPOSIT, ANALYST).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("pays a fifth in advance", "their note");
            assertThat(studio.draft(ANALYST).orElseThrow().outdated()).isFalse();
            assertThat(complaints).isEmpty();
        } finally {
            studio.discard(ANALYST);
            policies.rollback(before, "the test is over", CLERK);
        }
    }

    @Test
    void testsSomebodyElseRemovedStayWithWhoeverWantsThem() {
        String tests = "tests/deposit.scenario.csv";
        String before = studio.running();
        copyFirstRow(tests);
        try {
            assertThat(policies.publish(
                            new RuleChange(before, Map.of(tests, Optional.empty()), "theirs", Optional.empty()), CLERK))
                    .isInstanceOf(PublishOutcome.Published.class);
            Map<String, Side> mine = studio.conflicts(ANALYST).stream()
                    .collect(Collectors.toMap(DraftConflict::place, conflict -> Side.MINE));
            assertThat(mine).hasSize(1);

            assertThat(studio.layOver(mine, before, ANALYST)).isEmpty();
            assertThat(studio.layOver(mine, studio.running(), ANALYST)).contains(List.of());

            open(tests);
            assertThat(page.locator("tr.added").first()).isVisible();
            copyFirstRow(tests);
            studio.discard(tests, ANALYST);
            assertThat(studio.draft(ANALYST)).isEmpty();
        } finally {
            studio.discard(ANALYST);
            policies.rollback(before, "the test is over", CLERK);
        }
    }

    private void copyFirstRow(String file) {
        RuleSheet.Row row = studio.sheet(file, ANALYST).orElseThrow().rows().stream()
                .filter(each -> !each.remark() && !each.id().equals("BASE"))
                .findFirst()
                .orElseThrow();
        assertThat(studio.edit(file, List.of(new SheetEdit.Copy(row.at(), row.key())), ANALYST))
                .isInstanceOf(DraftOutcome.Kept.class);
    }

    @Test
    void withdrawnPublicationIsTakenBackIntoADraft() {
        open(DEPOSIT);
        type(1, 6, "From next month on");
        assertThat(page.locator("td.changed")).hasCount(1);
        String seen = studio.draft(ANALYST).orElseThrow().version();
        PublishOutcome outcome = studio.publish(
                        seen, "next month", Optional.of(clock.instant().plus(Duration.ofDays(30))), ANALYST)
                .orElseThrow();
        assertThat(outcome).isInstanceOf(PublishOutcome.Scheduled.class);
        assertThat(studio.draft(ANALYST)).isEmpty();
        long number = ((PublishOutcome.Scheduled) outcome).publication().number();
        assertThat(policies.withdraw(number, ANALYST)).isPresent();

        page.navigate(base() + "/rules/history");
        page.click("[aria-label='Take publication " + number + " into my draft']");

        assertThat(page).hasTitle("Changes · Duebook");
        assertThat(page.locator("#difference")).containsText("From next month on");
        assertThat(page.locator("label[for=from]")).containsText("(Europe/Berlin)");
        assertThat(studio.draft(ANALYST).orElseThrow().version()).isEqualTo(seen);
        assertThat(studio.take(number, ANALYST)).isInstanceOf(DraftOutcome.Refused.class);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/rules",
        "/rules/table?file=tests/validation.scenario.csv&all=true",
        "/rules/table?file=tables/validation-lines.csv",
        "/rules/file?file=ruleset.yml",
        "/rules/back-test",
        "/rules/changes",
        "/rules/history",
        "/rules/history/1"
    })
    void pageFitsASmallScreen(String path) {
        page.setViewportSize(800, 900);

        page.navigate(base() + path);

        shoot("small" + path.replaceAll("[^A-Za-z0-9]+", "-"));
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(complaints).isEmpty();
    }
}
