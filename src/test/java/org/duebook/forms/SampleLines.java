package org.duebook.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.balancesheet.Phrase;
import org.duebook.catalog.Specification;
import org.duebook.orders.OrderStatus;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;

/** Lines of a balance sheet as a plant has them: long names, Chinese ones, held, late, partly delivered. */
final class SampleLines {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 7);

    private static final String[] CUSTOMERS = {
        "Nordhaven Pumps ApS", "苏州精密泵业有限公司", "Müller & Söhne Antriebstechnik GmbH & Co. KG", "Ferro Włókno S.A."
    };
    private static final String[] PARTS = {"Bush 25 × 140", "水泵轴套", "Coupling flange, long hub", "Gear wheel m2 z36"};

    private SampleLines() {}

    static List<OrderBalance> of(int count) {
        return IntStream.range(0, count).mapToObj(SampleLines::line).toList();
    }

    static OrderBalance named(String customer) {
        return line(1, customer);
    }

    private static OrderBalance line(int number) {
        return line(number, CUSTOMERS[number % CUSTOMERS.length]);
    }

    private static OrderBalance line(int number, String customer) {
        Quantity ordered = Quantity.of(100 + 250L * (number % 40), Unit.PIECES);
        List<OrderBalance.Part> deliveries = new ArrayList<>();
        Quantity delivered = Quantity.zero(Unit.PIECES);
        for (int part = 0; part < number % 3; part++) {
            Quantity some = Quantity.of(20 + part, Unit.PIECES);
            deliveries.add(new OrderBalance.Part(TODAY.minusDays(9 - part), some));
            delivered = delivered.plus(some);
        }
        boolean held = number % 11 == 5;
        boolean late = number % 7 == 3 && !held;
        LocalDate requested = TODAY.plusDays(number % 45);
        return new OrderBalance(
                new OrderLineId(new OrderNumber("SO-" + (1001 + number / 3)), 1 + number % 3),
                3,
                TODAY.minusDays(30 - number % 20),
                held ? OrderStatus.HELD : number % 3 > 0 ? OrderStatus.PARTLY_DELIVERED : OrderStatus.ACCEPTED,
                new CustomerNumber("K-" + (1001 + number % 40)),
                customer,
                new ItemNumber("P-" + (20_000 + number % 97)),
                PARTS[number % PARTS.length],
                number % 4 == 1 ? "车削后镀锌，带油槽" : "Turned, grooved and coated",
                specification(number),
                number % 5 != 0,
                held ? new Phrase("asked", List.of(new Phrase("role.SALES_MANAGER", List.of("")))) : Phrase.NONE,
                ordered,
                List.of(new OrderBalance.Part(requested, ordered)),
                requested,
                held ? null : requested.plusDays(number % 4),
                null,
                deliveries,
                delivered,
                ordered.minus(delivered),
                held
                        ? new Phrase("held.for", List.of(new Phrase("deposit.percent", List.of("30"))))
                        : new Phrase("operation", List.of("CNC turning", "WC-TURN", 1 + number % 3, 4)),
                held ? null : requested.plusDays(late ? 6 : 0),
                late ? 3 : 0,
                late ? Money.of("" + (1234 + number) + ".50", number % 2 == 0 ? "CNY" : "EUR") : null,
                late ? new Phrase("penalty.many", List.of(3, "0.5", "LP-010: contract class A")) : Phrase.NONE);
    }

    private static Specification specification(int number) {
        return new Specification(
                "TS-" + (4000 + number % 60),
                "Ø25 × 140 mm",
                "ISO 2768-m; Ø25 h6",
                number % 2 == 0 ? "1.4404 (316L)" : "45 钢",
                number % 2 == 0 ? "Passivated, Ra 0.8" : "镀锌 8 µm",
                "ISO 9001",
                "100 % leak test",
                "10 per box, VCI paper",
                "",
                number % 2 == 0 ? "Dosing pumps" : "化工泵");
    }
}
