package org.duebook.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/** An order the plant has on its books, whatever became of it. {@code version} rises by one with every step of its life. */
public record CustomerOrder(
        OrderNumber number,
        CustomerNumber customer,
        String shipTo,
        OrderType type,
        Channel channel,
        int priority,
        LocalDate orderDate,
        String clerk,
        String region,
        String customerReference,
        DeliveryTerm deliveryTerm,
        Currency currency,
        @Nullable Project project,
        BigDecimal depositPaidPercent,
        OrderStatus status,
        Instant enteredAt,
        int version,
        List<OrderLine> lines) {

    public CustomerOrder {
        lines = List.copyOf(lines);
    }

    public Money amount() {
        return lines.stream().map(OrderLine::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** This order after its next step. */
    CustomerOrder stepped(OrderStatus next) {
        return new CustomerOrder(
                number,
                customer,
                shipTo,
                type,
                channel,
                priority,
                orderDate,
                clerk,
                region,
                customerReference,
                deliveryTerm,
                currency,
                project,
                depositPaidPercent,
                next,
                enteredAt,
                version + 1,
                lines);
    }
}
