package org.duebook.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.orders.Project;
import org.duebook.orders.Release;
import org.duebook.plant.Plant;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.web.api.model.NewOrderDto;
import org.duebook.web.api.model.NewOrderLineDto;
import org.springframework.stereotype.Component;

/** Reads an order as it is asked for; what the rules may judge is left to them. */
@Component
class OrderReader {

    private static final int NORMAL_PRIORITY = 5;

    private final Plant plant;

    OrderReader(Plant plant) {
        this.plant = plant;
    }

    OrderDraft draft(NewOrderDto of) {
        return new OrderDraft(
                null,
                new CustomerNumber(of.getCustomer()),
                of.getShipTo(),
                of.getType() == null
                        ? OrderType.STANDARD
                        : OrderType.valueOf(of.getType().name()),
                of.getChannel() == null
                        ? Channel.API
                        : Channel.valueOf(of.getChannel().name()),
                Objects.requireNonNullElse(of.getPriority(), NORMAL_PRIORITY),
                of.getOrderDate(),
                of.getClerk(),
                of.getRegion(),
                of.getCustomerReference(),
                of.getDeliveryTerm() == null
                        ? DeliveryTerm.DELIVERED
                        : DeliveryTerm.valueOf(of.getDeliveryTerm().name()),
                of.getCurrency() == null
                        ? plant.profileLately().currency()
                        : Values.currency("currency", of.getCurrency()),
                of.getProject() == null
                        ? null
                        : new Project(
                                of.getProject().getName(),
                                of.getProject().getTerm(),
                                of.getProject().getSignedOff()),
                Objects.requireNonNullElse(of.getDepositPaidPercent(), BigDecimal.ZERO),
                lines(of.getLines()));
    }

    private static List<OrderDraft.Line> lines(List<NewOrderLineDto> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> line(i, lines.get(i)))
                .toList();
    }

    private static OrderDraft.Line line(int index, NewOrderLineDto of) {
        return new OrderDraft.Line(
                Objects.requireNonNullElse(of.getLine(), index + 1),
                new ItemNumber(of.getItem()),
                Values.quantity(of.getQuantity()),
                of.getUnitPrice() == null ? null : Values.positive("lines[" + index + "].unitPrice", of.getUnitPrice()),
                of.getRequested(),
                Values.each(
                        of.getReleases(),
                        release -> new Release(release.getRequested(), Values.quantity(release.getQuantity()))),
                of.getSpecification() == null ? null : Values.specification(of.getSpecification()),
                Boolean.TRUE.equals(of.getTolerancesAccepted()));
    }
}
