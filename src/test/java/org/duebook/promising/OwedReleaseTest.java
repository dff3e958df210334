package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.pieces;
import static org.duebook.promising.PromisingSamples.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.duebook.catalog.Specification;
import org.duebook.orders.Channel;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.OrderType;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.junit.jupiter.api.Test;

class OwedReleaseTest {

    @Test
    void deliveriesSettleTheEarliestReleasesFirst() {
        List<OwedRelease> owed = OwedRelease.of(blanket(), Map.of(1, pieces(25)));

        assertThat(owed)
                .extracting(OwedRelease::release, OwedRelease::quantity)
                .containsExactly(Tuple.tuple(2, pieces(0)), Tuple.tuple(1, pieces(5)), Tuple.tuple(3, pieces(10)));
    }

    @Test
    void aLineDeliveredInFullOwesNothing() {
        List<OwedRelease> owed = OwedRelease.of(blanket(), Map.of(1, pieces(40)));

        assertThat(owed).allMatch(OwedRelease::isDelivered);
    }

    @Test
    void whatWasNeverDeliveredIsOwedInFull() {
        List<OwedRelease> owed = OwedRelease.of(blanket(), Map.of());

        Quantity sum = owed.stream().map(OwedRelease::quantity).reduce(pieces(0), Quantity::plus);
        assertThat(sum).isEqualTo(pieces(40));
    }

    private static CustomerOrder blanket() {
        OrderNumber number = new OrderNumber("SO-1");
        OrderLine line = new OrderLine(
                new OrderLineId(number, 1),
                new ItemNumber("FL-40"),
                "Flange",
                "Flange 40",
                Specification.NONE,
                pieces(40),
                Money.of("1.00", "EUR"),
                LocalDate.parse("2026-04-01"),
                List.of(release("2026-03-01", 10), release("2026-02-01", 20), release("2026-04-01", 10)),
                true);
        return new CustomerOrder(
                number,
                new CustomerNumber("C-1"),
                "",
                OrderType.BLANKET,
                Channel.EMAIL,
                5,
                LocalDate.parse("2026-01-07"),
                "",
                "",
                "",
                DeliveryTerm.DELIVERED,
                Currency.getInstance("EUR"),
                null,
                BigDecimal.ZERO,
                OrderStatus.ACCEPTED,
                Instant.EPOCH,
                1,
                List.of(line));
    }
}
