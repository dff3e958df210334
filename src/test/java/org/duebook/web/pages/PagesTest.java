package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as people use them: a real browser on the real application and a small plant. */
class PagesTest extends SmallPlantInABrowser {

    @Test
    void wrongPasswordIsRefusedInWords() {
        page.navigate(base() + "/orders");
        shoot("login");
        page.fill("#username", "boss");
        page.fill("#password", "wrong");
        page.keyboard().press("Enter");

        assertThat(page.locator("[role=alert]")).hasText("Name or password is wrong.");
    }

    @ParameterizedTest
    @CsvSource({
        "/, Today, .tile",
        "/orders, Orders, table.grid",
        "/orders/SO-T1, Order SO-T1, #lines",
        "/quote, Quote, form",
        "/changes, Changes, #changes-work",
        "/balance-sheet, Order balance sheet, #sheet",
        "/schedule, Schedule, #board .vis-item.operation",
        "/schedule/week, Schedule of a week, #week-table",
        "/planning-runs, Planning runs, #runs table",
        "/entries, Entries of the day, #down-machine",
        "/shop-floor?machine=LATHE-1, Shop floor, #coming",
        "/rules, Rules, table.grid",
        "/users, Users, #accounts"
    })
    void pageShowsItsMainPartWithoutComplaint(String path, String title, String main) {
        signIn("boss");

        page.navigate(base() + path);

        assertThat(page).hasTitle(title + " · Duebook");
        assertThat(page.locator(main).first()).isVisible();
        shoot("page" + path.replaceAll("[^A-Za-z0-9]+", "-"));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/orders",
                "/orders/SO-T1",
                "/quote",
                "/balance-sheet",
                "/schedule",
                "/schedule/week",
                "/planning-runs",
                "/entries",
                "/shop-floor?machine=LATHE-1"
            })
    void pageFitsASmallScreen(String path) {
        signIn("boss");
        page.setViewportSize(420, 850);

        page.navigate(base() + path);

        shoot("small" + path.replaceAll("[^A-Za-z0-9]+", "-"));
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void orderGoesFromQuoteToDelivery() {
        signIn("seller");
        page.navigate(base() + "/quote");
        page.fill("#customer", CUSTOMER.value());
        page.locator("#customer").blur();
        assertThat(page.locator("#shipTo option")).hasCount(3);
        page.fill("[id='lines[0].item']", "PUMP");
        page.fill("[id='lines[0].quantity']", "40");
        page.fill("[id='lines[0].requested']", today().plusWeeks(8).toString());
        page.press("[id='lines[0].quantity']", "Enter");
        assertThat(page.locator("#quoted-lines tbody tr")).hasCount(1);
        assertThat(page.locator("#quoted-lines")).containsText("as requested");
        shoot("flow-1-quote");

        page.click("text=Hold capacity and material");
        assertThat(page.locator("#answer .tag").first()).hasText("Held");
        assertThat(page.locator("#answer [data-until]")).containsText("min left");
        shoot("flow-2-held");
        page.click("text=Confirm: take the order");
        assertThat(page).hasURL(Pattern.compile(".*/orders/.+"));
        assertThat(page.locator(".page-head .tag")).hasText("Accepted");
        String order = page.url().substring(page.url().lastIndexOf('/') + 1);
        shoot("flow-3-order");
        page.click("#why-not a");
        assertThat(page.locator("#why-not")).containsText("oldest overdue wants > 30, and it is 0");
        page.locator("#why-not").scrollIntoViewIfNeeded();
        shoot("flow-3-why-not");

        page.fill("#quantity-1", "41");
        page.click("text=Book delivery");
        assertThat(page.locator(".fault").first()).isVisible();
        shoot("flow-4-too-much");
        page.fill("#quantity-1", "15");
        page.press("#quantity-1", "Enter");
        assertThat(page.locator("[role=status]")).containsText("25 pcs still owed");
        assertThat(page.locator(".page-head .tag")).hasText("Partly delivered");
        shoot("flow-5-delivered");

        page.navigate(base() + "/balance-sheet?customer=" + CUSTOMER + "&stage=partly");
        assertThat(page.locator("#sheet tbody tr")).hasCount(1);
        assertThat(page.locator("#sheet tbody tr")).containsText(order + "/1");
        assertThat(page.locator("#sheet tbody tr")).containsText("25 pcs");
        shoot("flow-6-balance");
        assertThat(complaints).isEmpty();
    }

    @Test
    void downtimeShowsWhatItDoesAndIsWithdrawn() {
        signIn("boss");
        page.navigate(base() + "/entries");
        page.selectOption("#down-machine", "COATER");
        page.fill("#down-from", "2001-01-01T08:00");
        page.fill("#down-reason", "Pump broken");
        page.press("#down-reason", "Enter");
        assertThat(page.locator(".fault").first()).containsText("check the date");
        assertThat(page.locator("#down-reason")).hasValue("Pump broken");
        shoot("entries-1-fault");

        page.fill(
                "#down-from",
                LocalDateTime.now(clock.withZone(ZoneId.of("Europe/Berlin")))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        page.press("#down-reason", "Enter");

        assertThat(page.locator("#effect h2")).containsText("COATER is down from");
        assertThat(page.locator("#effect .tag.bad").first()).hasText("Now late");
        assertThat(page.locator("#entries tbody tr").first()).containsText("Pump broken");
        shoot("entries-2-down");

        page.locator("#entries summary").focus();
        page.keyboard().press("Enter");
        page.locator("#entries [name=reason]").fill("Wrong machine");
        page.keyboard().press("Enter");
        assertThat(page.locator("#effect .tag.good").first()).hasText("No longer late");
        assertThat(page.locator("#entries tbody tr").nth(1)).containsText("withdrawn by entry");
        assertThat(page.locator("#entries summary")).hasCount(0);
        shoot("entries-3-withdrawn");
        assertThat(complaints).isEmpty();
    }

    @Test
    void operationIsStartedAndFinishedAtItsMachineAndItsScrapIsMadeAgain() {
        signIn("boss");
        page.navigate(base() + "/shop-floor");
        page.click("nav[aria-label=Machines] a:has-text('LATHE-1')");
        shoot("floor-1-next");
        page.click("#coming button:text('Start') >> nth=0");
        assertThat(page.locator(".now .job strong")).hasText("Turn shaft");
        assertThat(page.locator("#coming button")).hasCount(0);
        shoot("floor-2-running");

        String all = page.inputValue("#good");
        page.fill("#good", all + "0");
        page.press("#good", "Enter");
        assertThat(page.locator("[role=alert]").first()).containsText("at most " + all);
        page.fill("#good", String.valueOf(Integer.parseInt(all) - 1));
        page.fill("#scrap", "1");
        page.press("#scrap", "Enter");

        assertThat(page.locator("#effect h2")).containsText("1 pcs scrap, finished");
        assertThat(page.locator(".now .empty")).isVisible();
        shoot("floor-3-finished");
        assertThat(complaints).isEmpty();
    }

    @Test
    void creditIsNotForSalesToRelease() {
        signIn("seller");

        page.navigate(base() + "/orders/SO-H3");

        assertThat(page.locator("button:text('Grant')")).hasCount(0);
        assertThat(page.locator("body")).containsText("An administrator answers");

        page.evaluate("""
                const form = document.querySelector("form[action='/logout']");
                form.action = "/orders/SO-H3/holds/1?resolution=GRANTED";
                form.submit();""");
        assertThat(page).hasTitle("Not allowed · Duebook");
    }

    @Test
    void heldOrderIsAcceptedWhenItsHoldsAreGranted() {
        signIn("boss");
        page.navigate(base() + "/orders/SO-H1");
        assertThat(page.locator(".page-head .tag")).hasText("Held");
        shoot("held");

        while (page.locator("button:text('Grant')").count() > 0) {
            page.locator("[id^=comment-]").first().fill("paid by transfer");
            page.locator("button:text('Grant')").first().click();
            page.waitForLoadState();
        }

        assertThat(page.locator(".page-head .tag")).hasText("Accepted");
        assertThat(page.locator("body")).containsText("paid by transfer");
        shoot("held-granted");
        assertThat(complaints).isEmpty();
    }

    @Test
    void orderIsCancelledWithAReasonOnly() {
        signIn("seller");
        page.onDialog(dialog -> dialog.accept());
        page.navigate(base() + "/orders/SO-H2");

        page.click("button:text('Cancel order')");
        assertThat(page.locator("#cancel .fault")).isVisible();
        page.fill("#reason", "customer withdrew");
        page.press("#reason", "Enter");

        assertThat(page.locator(".page-head .tag")).hasText("Cancelled");
        assertThat(page.locator("body")).containsText("customer withdrew");
        assertThat(complaints).isEmpty();
    }

    @Test
    void faultsOfAQuoteStandBesideTheirFields() {
        signIn("seller");
        page.navigate(base() + "/quote");

        page.fill("#customer", CUSTOMER.value());
        page.fill("[id='lines[0].quantity']", "many");
        page.click("text=Ask for dates >> nth=-1");

        assertThat(page.locator("[id='lines[0].quantity'] + .fault")).containsText("many");
        assertThat(page.locator("[id='lines[0].item'] ~ .fault")).isVisible();
        assertThat(page.locator("#customer ~ .fault")).hasCount(0);
        shoot("quote-faults");
        assertThat(complaints).isEmpty();
    }

    @Test
    void linesAreAddedAndRemovedWithWhatWasTypedKept() {
        signIn("seller");
        page.navigate(base() + "/quote");

        page.fill("[id='lines[0].item']", "FIRST");
        page.click("text=Add a line");
        page.fill("[id='lines[1].item']", "SECOND");
        page.click("[aria-label='Remove line 1']");

        assertThat(page.locator("[id='lines[1].item']")).hasCount(0);
        assertThat(page.locator("[id='lines[0].item']")).hasValue("SECOND");
        assertThat(complaints).isEmpty();
    }

    @Test
    void planningRunIsWatchedUntilItIsPublished() {
        signIn("boss");
        page.navigate(base() + "/planning-runs");

        page.fill("#seconds", "0");
        page.click("text=Start a run");
        assertThat(page.locator(".fault")).containsText("1 to 3600");
        page.fill("#seconds", "2");
        page.click("text=Start a run");
        shoot("run-under-way");

        assertThat(page.locator("#runs tbody tr").first().locator("text=Published"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(60_000));
        shoot("run-published");
        assertThat(complaints).isEmpty();
    }

    @Test
    void balanceSheetIsDownloadedAsFiltered() throws IOException {
        signIn("boss");
        page.navigate(base() + "/balance-sheet?customer=" + CUSTOMER);
        String shown = page.locator("#sheet tbody tr").first().locator("a").innerText();

        Download download = page.waitForDownload(() -> page.click("text=Download Excel"));

        assertThat(download.suggestedFilename()).isEqualTo("order-balance-sheet.xlsx");
        try (InputStream in = Files.newInputStream(download.path());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheet("Order balance sheet");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).contains("customer " + CUSTOMER);
            assertThat(sheet.getRow(7).getCell(0).getStringCellValue() + "/"
                            + (int) sheet.getRow(7).getCell(1).getNumericCellValue())
                    .isEqualTo(shown);
        }
    }

    @Test
    void editedBalanceSheetIsPreviewedThenFiled(@TempDir Path folder) throws IOException {
        signIn("boss");
        page.navigate(base() + "/balance-sheet?customer=" + CUSTOMER);
        Download download = page.waitForDownload(() -> page.click("text=Download Excel"));
        Path edited = folder.resolve("edited.xlsx");
        String line;
        try (InputStream in = Files.newInputStream(download.path());
                OutputStream out = Files.newOutputStream(edited);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFRow row = workbook.getSheet("Order balance sheet").getRow(7);
            line = row.getCell(0).getStringCellValue() + "/"
                    + (int) row.getCell(1).getNumericCellValue();
            row.forEach(cell -> {
                if (cell.getSheet()
                        .getRow(5)
                        .getCell(cell.getColumnIndex())
                        .getStringCellValue()
                        .equals("ordered")) {
                    cell.setCellValue(cell.getNumericCellValue() + 17);
                }
            });
            workbook.write(out);
        }

        page.navigate(base() + "/changes");
        page.setInputFiles("#file", edited);
        page.click("text=Preview");
        assertThat(page.locator("#returned tbody tr")).containsText(new String[] {line});
        shoot("changes-preview");
        page.click("text=File the changes");

        assertThat(page.locator("#returned h2").first()).containsText("Filed: 1 proposal, 0 draft orders");
        page.navigate(base() + "/changes");
        page.click("[aria-label='Withdraw the proposal for " + line + "']");
        assertThat(page.locator("[role=status]")).containsText("The proposal for " + line + " is withdrawn.");
        assertThat(complaints).isEmpty();
    }

    @Test
    void filterThatCannotBeReadIsNamedBesideItsField() {
        signIn("boss");

        page.navigate(base() + "/balance-sheet?from=2026-02-30&customer=%2A");

        assertThat(page.locator("#from ~ .fault")).containsText("2026-02-30");
        assertThat(page.locator("#customer ~ .fault")).containsText("*");
    }

    @Test
    void administratorAddsAUserAndSeesTheKeyOnce() {
        signIn("boss");
        page.navigate(base() + "/users");
        page.fill("#name", "dora");
        page.fill("#password", "short");
        page.click("text=Add user");
        assertThat(page.locator("#password ~ .fault")).isVisible();
        assertThat(page.locator("#name")).hasValue("dora");
        page.fill("#password", PASSWORD);
        page.check("#role-SALES");
        page.click("text=Add user");

        page.locator("#accounts tr", new Page.LocatorOptions().setHasText("dora"))
                .locator("text=Issue API key")
                .click();
        String key = page.locator(".note-box code").innerText();
        shoot("users-key");

        assertThat(people.findByKey(key)).get().extracting(user -> user.name()).isEqualTo("dora");
        page.reload();
        assertThat(page.locator("body")).not().containsText(key);
        assertThat(complaints).isEmpty();
    }

    @Test
    void sellerIsKeptFromUsers() {
        signIn("seller");
        page.navigate(base() + "/");
        assertThat(page.locator("nav >> text=Users")).hasCount(0);

        page.navigate(base() + "/users");

        assertThat(page).hasTitle("Not allowed · Duebook");
    }

    @Test
    void unknownOrderIsSaidToBeUnknown() {
        signIn("seller");

        page.navigate(base() + "/orders/SO-404");

        assertThat(page).hasTitle("Not found · Duebook");
        shoot("not-found");
    }
}
