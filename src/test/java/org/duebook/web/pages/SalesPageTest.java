package org.duebook.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.promising.ConfirmOutcome;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteOutcome;
import org.duebook.promising.QuoteStatus;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.SmallPlant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page a seller works on while the customer is on the phone. */
class SalesPageTest extends SmallPlantInABrowser {

    private static final Actor SELLER = new Actor("seller");
    private static final Pattern QUOTE = Pattern.compile(".*/quote/([0-9a-f-]{36})/confirm");
    private static final Pattern LEFT = Pattern.compile("(?:(\\d+) h )?(\\d+)(?::\\d+)? min left");

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void giveBackWhatIsHeld() {
        promising.openQuotes(SELLER).forEach(quote -> promising.cancel(quote.id(), SELLER));
    }

    @Test
    void wholeCallGoesByKeyboardAloneFromTheEmptyPageToTheOrder() {
        signIn("seller");
        page.navigate(base() + "/quote");
        assertThat(page.locator("#customer")).isFocused();

        page.keyboard().type("c-10");
        assertThat(page.locator("#customer-list [role=option]")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#customer")).hasValue(CUSTOMER.value());
        tabTo("lines[0].item");
        page.keyboard().type("gear pu");
        assertThat(page.locator("[id='lines[0].item-list'] [role=option]")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        assertThat(page.locator("[id='lines[0].quantity']")).isFocused();
        page.keyboard().type("43");
        tabTo("lines[0].requested");
        LocalDate wanted = today().plusWeeks(8);
        page.keyboard().type(DateTimeFormatter.ofPattern("MMddyyyy").format(wanted));
        page.keyboard().press("Enter");

        assertThat(page.locator("#promised")).hasText(new Wording(ZoneOffset.UTC).day(wanted));
        assertThat(page.locator("#answer")).containsText("The requested date is kept");
        assertThat(page.locator("#said")).containsText("as requested");
        shoot("sales-1-answer");
        page.keyboard().press("Alt+h");
        assertThat(page.locator("#answer .tag").first()).hasText("Held");
        assertThat(page.locator("#answer")).isFocused();
        page.keyboard().press("Alt+c");

        assertThat(page).hasURL(Pattern.compile(".*/orders/.+"));
        assertThat(page.locator(".page-head .tag")).hasText("Accepted");
        assertThat(complaints).isEmpty();
    }

    @Test
    void chanceStandsBesideTheDateAndASurerOneCanBeAskedFor() {
        signIn("seller");
        page.navigate(base() + "/quote");
        page.fill("#customer", CUSTOMER.value());
        page.fill("[id='lines[0].item']", "PUMP");
        page.fill("[id='lines[0].quantity']", "200");
        page.fill("[id='lines[0].requested']", today().plusDays(1).toString());

        page.press("[id='lines[0].quantity']", "Enter");
        assertThat(page.locator("#chance")).containsText("wanted 90 %");
        Quote usual = promising.find(shownQuote()).orElseThrow();
        assertThat(page.locator("#quoted-lines tbody td:nth-child(6)")).hasText(Pattern.compile("9\\d %"));
        shoot("sales-8-chance");
        page.fill("#confidence", "30");
        page.press("#confidence", "Enter");
        assertThat(page.locator("#confidence-fault")).containsText("50 to 99");
        assertThat(page.locator("#confidence")).isFocused();
        page.fill("#confidence", "99");
        page.press("#confidence", "Enter");

        assertThat(page.locator("#chance")).hasText("99 % sure to hold, wanted 99 %");
        assertThat(promising.find(shownQuote()).orElseThrow().date()).isAfterOrEqualTo(usual.date());
        assertThat(page.locator("#confidence")).hasValue("99");
        assertThat(complaints).isEmpty();
    }

    @Test
    void suggestionsAreSaidToAScreenReaderAndCloseWithEscape() {
        signIn("seller");
        page.navigate(base() + "/quote");
        Locator customer = page.locator("#customer");
        assertThat(customer).isFocused();

        page.keyboard().type("c-");
        assertThat(customer).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#said")).hasText("4 to choose from");
        page.keyboard().press("ArrowUp");
        assertThat(customer).hasAttribute("aria-activedescendant", "customer-list-3");
        shoot("sales-2-suggestions");
        page.keyboard().press("Escape");

        assertThat(customer).hasAttribute("aria-expanded", "false");
        assertThat(page.locator("#customer-list")).isHidden();
        assertThat(customer).hasValue("c-");
        assertThat(complaints).isEmpty();
    }

    @Test
    void holdCountsDownByTheServersClockAndSaysWhenItIsOver() {
        Quote held = held(inquiry(SELLER, 5, today().plusWeeks(7)));
        Duration left = Duration.between(clock.instant(), held.expires());
        signIn("seller");
        page.clock()
                .install(new Clock.InstallOptions()
                        .setTime(clock.instant().minus(Duration.ofHours(5)).toEpochMilli()));

        page.navigate(base() + "/quote/" + held.id());
        Locator shown = page.locator("#answer [data-until]");
        assertThat(shown).containsText("min left");
        assertThat(minutes(shown.innerText())).isBetween(left.minusMinutes(2).toMinutes(), left.toMinutes());
        shoot("sales-3-countdown");
        page.clock().fastForward(left.plusMinutes(1).toMillis());

        assertThat(shown).hasText("expired");
        assertThat(page.locator(".open-list li.over .left")).hasText("expired");
        assertThat(page.locator("#ended")).isVisible();
        assertThat(page.locator(".answer-acts button:enabled")).hasCount(0);
        shoot("sales-4-over");
        assertThat(complaints).isEmpty();
    }

    @Test
    void quoteWhoseTimeIsOverKeepsWhatWasTyped() {
        Quote held = held(inquiry(SELLER, 6, today().plusWeeks(7)));
        signIn("seller");
        page.navigate(base() + "/quote/" + held.id());
        assertThat(page.locator(".open-list li")).hasCount(1);
        jdbc.sql("update quote set expires = :past where id = :id")
                .param("past", clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("id", held.id())
                .update();

        page.keyboard().press("Alt+c");

        assertThat(page.locator("main > [role=alert]")).containsText("ask for a new quote");
        assertThat(page.locator("#answer .tag").first()).hasText("Expired");
        assertThat(page.locator(".answer-acts")).hasCount(0);
        assertThat(page.locator(".open-list li")).hasCount(0);
        assertThat(page.locator("[id='lines[0].quantity']")).hasValue("6");
        page.press("[id='lines[0].quantity']", "Enter");
        assertThat(page.locator("#answer .tag").first()).hasText("Inquiry");
        assertThat(complaints).isEmpty();
    }

    @Test
    void dateThatMovedBindsNothingUntilItIsConfirmedAgain() {
        Quote asked = inquiry(SELLER, 300, today().plusDays(1));
        signIn("seller");
        page.navigate(base() + "/quote/" + asked.id());
        OrderNumber faster = confirmed(inquiry(CLERK, 300, today().plusDays(1)));
        try {
            page.keyboard().press("Alt+c");

            assertThat(page.locator("#moved")).containsText("Nothing is bound yet");
            Quote fresh = promising.find(shownQuote()).orElseThrow();
            Wording say = new Wording(ZoneOffset.UTC);
            assertThat(fresh.date()).isAfter(asked.date());
            assertThat(page.locator("#moved"))
                    .containsText("PUMP: " + say.day(fresh.date()) + " instead of " + say.day(asked.date()));
            assertThat(page.locator("#promised")).hasText(say.day(fresh.date()));
            assertThat(fresh.status()).isEqualTo(QuoteStatus.INQUIRY);
            assertThat(promising.find(asked.id()).orElseThrow().order()).isNull();
            shoot("sales-5-moved");
            page.keyboard().press("Alt+c");
            assertThat(page).hasURL(Pattern.compile(".*/orders/.+"));
            promising.cancelOrder(shownOrder(), "the test is over", CLERK);
            assertThat(complaints).isEmpty();
        } finally {
            promising.cancelOrder(faster, "the test is over", CLERK);
        }
    }

    @Test
    void wrongEntryIsSaidAtItsFieldAndNothingTypedIsLost() {
        signIn("seller");
        page.navigate(base() + "/quote");
        String yesterday = today().minusDays(1).toString();
        page.fill("#customer", "C-9999");
        page.fill("[id='lines[0].item']", "PUMB");
        page.fill("[id='lines[0].quantity']", "0");
        page.fill("[id='lines[0].requested']", yesterday);
        page.check("#rush");

        page.press("[id='lines[0].quantity']", "Enter");
        assertThat(page.locator("[id='lines[0].quantity'] + .fault")).containsText("above 0");
        assertThat(page.locator("[id='lines[0].quantity']")).isFocused();
        page.keyboard().type("3");
        page.keyboard().press("Enter");

        assertThat(page.locator("#customer ~ .fault")).containsText("C-9999");
        assertThat(page.locator("[id='lines[0].item'] ~ .fault")).containsText("PUMB");
        assertThat(page.locator("[id='lines[0].requested'] + .fault")).containsText("still to come");
        assertThat(page.locator("#customer")).isFocused();
        assertThat(page.locator("#customer")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#customer")).hasValue("C-9999");
        assertThat(page.locator("[id='lines[0].item']")).hasValue("PUMB");
        assertThat(page.locator("[id='lines[0].quantity']")).hasValue("30");
        assertThat(page.locator("[id='lines[0].requested']")).hasValue(yesterday);
        assertThat(page.locator("#rush")).isChecked();
        assertThat(page.locator("#answer")).hasCount(0);
        shoot("sales-6-faults");
        assertThat(complaints).isEmpty();
    }

    @Test
    void lineIsAskedForInDatedParts() {
        signIn("seller");
        page.navigate(base() + "/quote");
        page.fill("#customer", CUSTOMER.value());
        page.fill("[id='lines[0].item']", "PUMP");
        page.fill("[id='lines[0].quantity']", "30");
        page.click("[aria-label='Add a dated part to line 1']");
        page.fill("[id='lines[0].releases[0].requested']", today().plusWeeks(6).toString());
        page.fill("[id='lines[0].releases[0].quantity']", "10");
        page.click("[aria-label='Add a dated part to line 1']");
        assertThat(page.locator("[id='lines[0].releases[1].requested']")).isFocused();
        page.fill("[id='lines[0].releases[1].requested']", today().plusWeeks(9).toString());
        page.fill("[id='lines[0].releases[1].quantity']", "19");
        page.keyboard().press("Enter");
        assertThat(page.locator(".releases > .fault")).containsText("add up to 30");
        page.fill("[id='lines[0].releases[1].quantity']", "20");
        page.keyboard().press("Enter");

        assertThat(page.locator("#answer .tag").first()).hasText("Inquiry");
        OrderDraft.Line line =
                promising.find(shownQuote()).orElseThrow().draft().lines().getFirst();
        assertThat(line.requested()).isEqualTo(today().plusWeeks(9));
        assertThat(line.releases())
                .extracting(release -> release.requested() + " " + release.quantity())
                .containsExactly(today().plusWeeks(6) + " 10 pcs", today().plusWeeks(9) + " 20 pcs");
        assertThat(page.locator("#type")).hasValue("BLANKET");
        assertThat(page.locator("#answer")).containsText("Accepted");
        shoot("sales-7-parts");
        assertThat(complaints).isEmpty();
    }

    @Test
    void lateQuoteIsAskedForAgainInThePartsOfACard() {
        LocalDate soon = inquiry(SELLER, 7, today().plusDays(1)).date();
        Quote late = inquiry(SELLER, 400, soon);
        signIn("seller");
        page.navigate(base() + "/quote/" + late.id());
        Locator card = page.locator(".alternative", new Page.LocatorOptions().setHasText("Split"))
                .first();
        assertThat(card).isVisible();
        shoot("sales-10-alternatives");
        List<String> parts = card.locator(".plain-list li").allInnerTexts();

        card.locator("button").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("main > [role=status]").first()).containsText("in parts");
        OrderDraft draft = promising.find(shownQuote()).orElseThrow().draft();
        Wording say = new Wording(ZoneOffset.UTC);
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(draft.type()).isEqualTo(OrderType.BLANKET);
        assertThat(draft.lines().getFirst().releases())
                .extracting(release -> say.quantity(release.quantity()) + " on " + say.day(release.requested()))
                .containsExactlyElementsOf(parts);
        shoot("sales-11-in-parts");
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1280})
    void openQuoteIsOpenedWithOneKeyAndFitsTheScreen(int width) {
        Quote inquiry = inquiry(SELLER, 7, today().plusDays(1));
        Quote held = held(inquiry(SELLER, 9, today().plusWeeks(7)));
        signIn("seller");
        page.setViewportSize(width, 850);
        page.navigate(base() + "/quote");
        assertThat(page.locator(".open-list li")).hasCount(2);

        page.keyboard().press("Alt+2");
        assertThat(page).hasURL(Pattern.compile(".*" + inquiry.id()));
        shoot("sales-8-late-" + width);
        page.keyboard().press("Alt+1");
        assertThat(page).hasURL(Pattern.compile(".*" + held.id()));
        assertThat(page.locator("[id='lines[0].quantity']")).hasValue("9");
        shoot("sales-9-open-" + width);

        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(complaints).isEmpty();
    }

    private void tabTo(String field) {
        for (int presses = 0; presses < 20; presses++) {
            page.keyboard().press("Tab");
            if (field.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + field);
    }

    private OrderNumber shownOrder() {
        return new OrderNumber(page.url().substring(page.url().lastIndexOf('/') + 1));
    }

    /** The quote the answer shows; the address follows a moment after the answer. */
    private UUID shownQuote() {
        String confirm = page.locator("#answer .answer-acts form").first().getAttribute("action");
        Matcher matcher = QUOTE.matcher(confirm);
        assertThat(matcher.matches()).as(confirm).isTrue();
        return UUID.fromString(matcher.group(1));
    }

    private static long minutes(String left) {
        Matcher matcher = LEFT.matcher(left);
        assertThat(matcher.matches()).as(left).isTrue();
        long hours = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        return hours * 60 + Long.parseLong(matcher.group(2));
    }

    private Quote inquiry(Actor by, long pumps, LocalDate requested) {
        OrderDraft draft = new OrderDraft(
                null,
                CUSTOMER,
                "",
                OrderType.STANDARD,
                Channel.PHONE,
                5,
                null,
                "",
                "",
                "",
                DeliveryTerm.DELIVERED,
                Currency.getInstance("EUR"),
                null,
                BigDecimal.ZERO,
                List.of(new OrderDraft.Line(
                        1, SmallPlant.PUMP, SmallPlant.pieces(pumps), null, requested, List.of(), null, true)));
        return ((QuoteOutcome.Quoted) promising.quote(draft, by)).quote();
    }

    private Quote held(Quote inquiry) {
        return ((QuoteOutcome.Quoted) promising.hold(inquiry.id(), inquiry.by())).quote();
    }

    private OrderNumber confirmed(Quote quote) {
        return ((ConfirmOutcome.Confirmed) promising.confirm(quote.id(), quote.by()))
                .taken()
                .order()
                .number();
    }
}
