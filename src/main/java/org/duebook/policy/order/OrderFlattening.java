package org.duebook.policy.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.duebook.policy.CustomerFacts;
import org.duebook.policy.LineFacts;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.fact.LineFact;
import org.duebook.policy.fact.OrderFact;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/** Flattens the facts of an order to what a table's column can compare. */
final class OrderFlattening {

    private OrderFlattening() {}

    /** The order first, then its lines. */
    static List<Record> of(OrderFacts order) {
        List<Record> facts = new ArrayList<>();
        facts.add(order(order));
        order.lines().forEach(line -> facts.add(line(order, line)));
        return facts;
    }

    private static OrderFact order(OrderFacts order) {
        CustomerFacts customer = order.customer();
        return new OrderFact(
                order.number(),
                order.type().name(),
                order.channel().name(),
                order.orderDate(),
                order.priority(),
                order.amount().amount(),
                order.currency(),
                order.marginPercent(),
                order.depositPercent(),
                order.project().named(),
                order.project().termAgreed(),
                order.project().signedOff(),
                order.contradictions().size(),
                order.duplicateOf(),
                order.lines().size(),
                customer.number(),
                customer.known(),
                customer.status().name(),
                customer.isNew(),
                customer.identityVerified(),
                customer.shipToKnown(),
                customer.country(),
                customer.shipToCountry(),
                customer.creditLimit().amount(),
                customer.openExposure().amount(),
                customer.overdue().amount(),
                customer.oldestOverdueDays(),
                customer.paymentTermDays(),
                customer.contractClass());
    }

    private static LineFact line(OrderFacts order, LineFacts line) {
        return new LineFact(
                line.line(),
                order.orderDate(),
                line.item(),
                line.itemKnown(),
                line.sellable(),
                line.hasRouting(),
                line.quantity() == null ? null : line.quantity().amount(),
                line.quantity() == null ? "" : line.quantity().unit().code(),
                line.itemUnit() == null ? "" : line.itemUnit().code(),
                line.minimumQuantity(),
                line.multipleQuantity(),
                line.requestedDate(),
                line.specificationPresent(),
                line.materialPresent(),
                line.finishPresent(),
                line.qualityStandardPresent(),
                line.tolerancesPresent(),
                line.tolerancesAccepted(),
                amount(line.unitPrice()),
                amount(line.listPrice()),
                line.unitPrice() == null
                        ? order.currency()
                        : line.unitPrice().currency().getCurrencyCode());
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
