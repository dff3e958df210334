package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What would happen if an order changed, asked on its own page. */
class OrderImpactPageTest extends SmallPlantInABrowser {

    @Autowired
    private Orders orders;

    @Test
    void sellerAsksByKeyboardWhatAChangeWouldDoAndNothingIsBound() {
        OrderNumber number = new OrderNumber("IF-1");
        promising.enter(draft(number.value(), CUSTOMER, 5), CLERK);
        try {
            CustomerOrder before = orders.find(number).orElseThrow();
            signIn("seller");
            page.navigate(base() + "/orders/" + number);
            assertThat(page.locator("#impact")).containsText("Nothing is bound");

            page.locator("#if-quantity-1").focus();
            page.keyboard().press("Control+a");
            page.keyboard().type("130");
            page.keyboard().press("Enter");

            assertThat(page.locator("#impact .panel-head")).containsText("No promise of others is hurt");
            assertThat(page.locator("#impact")).containsText("Nothing is bound and nothing is written");
            assertThat(page.locator("#impact .promised"))
                    .hasText(new Wording(ZoneOffset.UTC)
                            .day(promising
                                    .promises(before.lines().stream()
                                            .map(line -> line.id())
                                            .toList())
                                    .values()
                                    .iterator()
                                    .next()
                                    .current()));
            assertThat(page.locator("#impact-material")).containsText("SEAL");
            page.locator("#impact").scrollIntoViewIfNeeded();
            shoot("order-impact-1-more");
            page.locator("#if-changed button[name=whole]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#impact .promised")).hasText("Not made any more");
            shoot("order-impact-2-cancel");
            page.fill("#if-quantity-1", "0");
            page.press("#if-quantity-1", "Enter");
            assertThat(page.locator("#impact [role=alert]")).containsText("Line 1, quantity");

            assertThat(orders.find(number)).contains(before);
            assertThat(before.status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(complaints).isEmpty();
        } finally {
            promising.cancelOrder(number, "the test is over", CLERK);
        }
    }
}
