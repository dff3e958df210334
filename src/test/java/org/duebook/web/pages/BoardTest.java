package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.duebook.planning.DayEntry;
import org.duebook.planning.EntryOutcome;
import org.duebook.planning.ScheduledOperation;
import org.duebook.production.Demand;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.SmallPlant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The planner's board, used with a mouse and without. Nothing on it may complain or ask outside. */
class BoardTest extends SmallPlantInABrowser {

    private static final String BARS = "#board .vis-item.operation";

    @AfterEach
    void nothingComplained() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void pointingAtABarTellsWhatItIs() {
        openTheBoard("");
        page.click("[data-span=all]");

        bar(longest()).hover();

        assertThat(page.locator("#tip")).containsText(longest().orderLine().toString());
        assertThat(page.locator("#tip")).containsText("Nordhaven Pumps ApS");
        assertThat(page.locator("#tip")).containsText("Gear pump 25");
        assertThat(page.locator("#tip")).containsText("promised");
    }

    @Test
    void clickingABarHighlightsItsWholeChain() {
        OrderLineId line = longest().orderLine();
        int operations = operationsOf(line).size();
        openTheBoard("");
        page.click("[data-span=all]");

        bar(longest()).click();

        assertThat(page.locator("#chain h2")).hasText(line.toString());
        assertThat(page.locator(".chain-steps li")).hasCount(operations);
        assertThat(page.locator("#chain a").first()).hasAttribute("href", "/orders/" + line.order());
        assertThat(page.locator(BARS + ".in-chain")).hasCount(operations);
        assertThat(page.locator(BARS + ":not(.in-chain)").first()).hasCSS("opacity", "0.16");
        shoot("board-chain");

        page.click("[data-clear-chain]");
        assertThat(page.locator("#board.has-chain")).hasCount(0);
    }

    @Test
    void searchingJumpsToTheOrder() {
        openTheBoard("");

        page.fill("#find", "so-t12");
        assertThat(page.locator("#found [role=option]")).hasCount(1);
        page.press("#find", "Enter");

        assertThat(page.locator("#chain h2")).hasText("SO-T12/1");
        assertThat(page.locator(BARS + ".in-chain.cursor")).isVisible();
        assertThat(page.locator("#said")).containsText("SO-T12/1");
    }

    @Test
    void lateLineIsRedAndMarkedAndSaysWhy() {
        Instant now = clock.instant();
        EntryOutcome down = planning.enter(
                new DayEntry.Down(SmallPlant.COATER, now, now.plus(Duration.ofDays(60)), "Oven is rebuilt"), CLERK);
        try {
            openTheBoard("");
            Locator late = page.locator(BARS + ".late", new Page.LocatorOptions().setHasText("!"))
                    .first();
            assertThat(late).hasCSS("border-top-color", "rgb(179, 19, 10)");
            late.click();
            assertThat(page.locator("#chain .note-box.bad")).containsText("Late by");
            assertThat(page.locator("#chain .note-box.bad")).containsText("COATER");
            shoot("board-late");
        } finally {
            planning.withdraw(((EntryOutcome.Booked) down).entry().number(), "only a test", CLERK);
        }
    }

    @Test
    void openOperationWithoutAPlaceStandsInALaneOfItsOwn() {
        OrderLineId line = new OrderLineId(new OrderNumber("SO-T1"), 1);
        var numbers = production.store(production.propose(
                new Demand(
                        line,
                        9,
                        SmallPlant.SHAFT,
                        SmallPlant.pieces(7),
                        clock.instant().plus(Duration.ofDays(30)),
                        5),
                item -> SmallPlant.pieces(0)));

        openTheBoard("");

        assertThat(numbers).isNotEmpty();
        assertThat(page.locator(".unplaced-card:has-text('7 pcs')")).hasCount(2);
        assertThat(page.locator(".unplaced-card:has-text('7 pcs')").first()).containsText("Turn shaft");
        shoot("board-unplaced");
    }

    @Test
    void boardIsWalkedByKeyboard() {
        openTheBoard("");

        page.focus("#board");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(BARS + ".cursor")).hasCount(1);
        String said = page.locator("#said").textContent();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#said")).not().hasText(said);
        page.keyboard().press("Enter");
        assertThat(page.locator("#board.has-chain")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#board.has-chain")).hasCount(0);
        page.keyboard().press("d");
        assertThat(page.locator("#board")).hasAttribute("data-hours", "24");
        page.keyboard().press("m");
        assertThat(page.locator("#board")).hasAttribute("data-hours", "720");
        page.keyboard().press("/");
        assertThat(page.locator("#find")).isFocused();
    }

    @Test
    void newPlanAppearsWithoutLosingTheWindow() {
        openTheBoard("");
        page.click("[data-span=day]");
        assertThat(page.locator("#board")).hasAttribute("data-hours", "24");
        String from = page.locator("#board").getAttribute("data-from");

        publishAPlan();
        page.evaluate("document.dispatchEvent(new CustomEvent('duebook:plan'))");

        assertThat(page.locator("#news")).containsText("A new plan was published");
        assertThat(page.locator("#board")).hasAttribute("data-hours", "24");
        assertThat(page.locator("#board")).hasAttribute("data-from", from);
        assertThat(page.locator(BARS).first()).isVisible();
    }

    @Test
    void runIsFollowedStoppedAndPublished() {
        signIn("boss");
        page.navigate(base() + "/planning-runs");
        page.fill("#seconds", "120");
        page.uncheck("#publish");
        page.click("text=Start a run");

        assertThat(page.locator("[data-part=status]")).hasText("Running", patiently());
        assertThat(page.locator("[data-run-panel]")).hasAttribute("data-points", Pattern.compile("[1-9]\\d*"), soon());
        assertThat(page.locator("[data-part=latenessHours]")).not().hasText("–");
        shoot("run-chart");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop and keep the best plan"))
                .click();
        assertThat(page.locator("#runs tbody tr").first()).containsText("Stopped", contains());
        page.locator("#runs tbody tr").first().locator("text=Publish").click();

        assertThat(page.locator(".note-box.good")).containsText("The schedule is published");
    }

    @Test
    void firstBarsArePaintedSoon() {
        openTheBoard("");

        double painted =
                ((Number) page.evaluate("performance.getEntriesByName('board-painted')[0].startTime")).doubleValue();

        System.out.printf("Board of the small plant: first bars painted after %.0f ms%n", painted);
        assertThat(painted).isLessThan(20_000);
    }

    private void openTheBoard(String query) {
        signIn("boss");
        page.navigate(base() + "/schedule" + query);
        page.waitForSelector("#board[data-painted]");
    }

    /** The operation that is widest on the board, so easiest to hit. */
    private ScheduledOperation longest() {
        return planning.published().orElseThrow().operations().stream()
                .max(Comparator.comparing(operation -> Duration.between(
                        operation.placed().start(), operation.placed().end())))
                .orElseThrow();
    }

    private List<ScheduledOperation> operationsOf(OrderLineId line) {
        return planning.published().orElseThrow().operations().stream()
                .filter(operation -> operation.orderLine().equals(line))
                .toList();
    }

    private Locator bar(ScheduledOperation operation) {
        return page.locator(BARS + "[data-bar='" + operation.placed().operation() + "']");
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.HasAttributeOptions soon() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
