package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingSamples.pieces;
import static org.duebook.promising.PromisingSamples.release;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.LikelyEnds;
import org.duebook.policy.Decision;
import org.duebook.policy.FactUsed;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.junit.jupiter.api.Test;

class QuoteJsonTest {

    private static final Instant END = Instant.parse("2026-12-03T15:30:00Z");

    @Test
    void aDraftComesBackAsItWas() {
        OrderDraft draft =
                draft("C-1", DeliveryTerm.DELIVERED, line(1, "FL-40", 30, "2026-12-01", release("2026-12-01", 30)));

        assertThat(QuoteJson.draft(QuoteJson.write(draft))).isEqualTo(draft);
    }

    @Test
    void datedReleasesComeBackAsTheyWere() {
        OwedRelease owed = new OwedRelease(1, 1, new ItemNumber("FL-40"), pieces(30), LocalDate.parse("2026-12-01"));
        List<DatedRelease> releases = List.of(new DatedRelease(
                owed,
                LocalDate.parse("2026-12-04"),
                new Assurance(
                        Confidence.ofPercent(90),
                        0.935,
                        Duration.ofMinutes(75),
                        new LikelyEnds(END, List.of(-5, 0, 80), true))));

        assertThat(QuoteJson.releases(QuoteJson.write(releases))).isEqualTo(releases);
    }

    @Test
    void quotedLinesComeBackAsTheyWere() {
        List<QuotedLine> lines = List.of(new QuotedLine(
                1,
                new ItemNumber("FL-40"),
                pieces(30),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-04"),
                LocalDate.parse("2026-12-04"),
                END,
                0.93,
                List.of(new QuotedLine.Cause("MACHINE", "Coating line COAT-2 is taken"))));

        assertThat(QuoteJson.lines(QuoteJson.write(lines))).isEqualTo(lines);
    }

    @Test
    void everyVerdictComesBackAsTheSameKind() {
        Decision decision = new Decision(
                "credit",
                "CR-020",
                "tables/credit.csv",
                3,
                Decision.Outcome.HOLD,
                "customer",
                "120 %",
                "at most 100 %",
                "over the limit",
                List.of(new FactUsed("creditUsedPercent", "120")));
        List<OrderVerdict> verdicts = List.of(
                new OrderVerdict.Accepted("v1", List.of(decision)),
                new OrderVerdict.Rejected("v1", List.of(decision), List.of(decision)),
                new OrderVerdict.Held(
                        "v1",
                        List.of(decision),
                        List.of(
                                new Hold.Credit(decision),
                                new Hold.Clarification(decision),
                                new Hold.Deposit(Money.of("30.00", "EUR"), new BigDecimal("30"), decision),
                                new Hold.Approval(List.of("SALES_MANAGER"), Duration.ofHours(3), decision))));

        assertThat(verdicts)
                .allSatisfy(verdict ->
                        assertThat(QuoteJson.verdict(QuoteJson.write(verdict))).isEqualTo(verdict));
    }
}
