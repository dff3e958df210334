package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.keeping.Keeping;
import org.duebook.keeping.PromiseAtRisk;
import org.duebook.planning.DayEntry;
import org.duebook.planning.EntryOutcome;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.testing.SmallPlant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises at risk are decided by keyboard, and how promises were kept is seen and read. */
class PromisesPageTest extends SmallPlantInABrowser {

    @Autowired
    private Keeping keeping;

    @Autowired
    private Fulfilment fulfilment;

    @Test
    void promiseAtRiskIsDecidedByKeyboard() {
        EntryOutcome down = planning.enter(
                new DayEntry.Down(
                        SmallPlant.COATER,
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(40)),
                        "gear box broken"),
                CLERK);
        try {
            PromiseAtRisk first = keeping.atRisk().getFirst();
            PromiseAtRisk second = keeping.atRisk().get(1);
            signIn("seller");
            page.navigate(base() + "/promises");
            Locator row = page.locator("#at-risk tbody tr").first();
            assertThat(row).containsText(first.id().line().toString());
            assertThat(row).containsText("gear box broken");
            assertThat(page.locator("[aria-current=page]")).hasText("Promises");
            shoot("promises-1-at-risk");

            row.locator("[name=reason]").focus();
            page.keyboard().type("gear box broken, told by telephone");
            page.keyboard().press("Enter");

            assertThat(page.locator("[role=status]").first())
                    .hasText(first.id() + " is promised for " + first.proposed() + " now.");
            Locator next = page.locator("#at-risk tbody tr").first();
            assertThat(next).containsText(second.id().line().toString());
            next.locator("[name=promised]").fill(today().toString());
            next.locator("[name=reason]").fill("too early");
            next.locator("form").evaluate("form => form.noValidate = true");
            next.locator("[value=revise]").press("Enter");
            assertThat(page.locator("#at-risk .fault").first()).containsText("or later, as the plan stands");
            page.locator("#at-risk tbody tr").first().locator("[name=reason]").fill("weekend shift");
            page.locator("#at-risk tbody tr").first().locator("[value=keep]").press("Space");
            assertThat(page.locator("#at-risk tbody tr").first()).containsText("kept by seller");

            page.navigate(base() + "/orders/" + first.id().line().order());
            page.locator("#lines summary:has-text('dates given')").press("Enter");
            assertThat(page.locator("#lines")).containsText("gear box broken, told by telephone");
            assertThat(page.locator("#lines"))
                    .containsText("first " + first.promise().first());
            shoot("promises-2-order");
            assertThat(complaints).isEmpty();
        } finally {
            planning.withdraw(((EntryOutcome.Booked) down).entry().number(), "test is over", CLERK);
        }
    }

    @Test
    void howPromisesWereKeptIsSeenAndRead() {
        OrderLineId line = new OrderLineId(new OrderNumber("SO-MADE"), 1);
        inventory.putStock(SmallPlant.PUMP, Quantity.of(20, Unit.PIECES));
        promising.enter(draft("SO-MADE", CUSTOMER, 1), CLERK);
        LocalDate today = today();
        assertThat(fulfilment.deliver(line, Quantity.of(20, Unit.PIECES), today, "", CLERK))
                .isInstanceOf(DeliveryOutcome.Delivered.class);

        signIn("seller");
        page.navigate(base() + "/promises");

        assertThat(page.locator("#kept svg")).isVisible();
        assertThat(page.locator("#kept-months tbody tr")).hasCount(1);
        assertThat(page.locator("#kept-months tbody tr"))
                .containsText(today.toString().substring(0, 7));
        assertThat(page.locator("#kept-months tbody tr")).containsText("100 %");
        shoot("promises-3-kept");
        page.fill("#from", "2026-02-01");
        page.fill("#to", "2026-01-01");
        page.locator("#to").press("Enter");
        assertThat(page.locator("#kept .fault")).containsText("a day up to 2026-01-01");
        assertThat(complaints).isEmpty();
    }
}
