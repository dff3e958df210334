package org.duebook.promising;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.orders.Release;
import org.duebook.planning.Binding;
import org.duebook.planning.Outlook;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.Placement;
import org.duebook.planning.Slot;
import org.duebook.production.Demand;
import org.duebook.production.MachineTime;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;

/** Drafts and placements for tests, with only what matters left to say. */
final class PromisingSamples {

    static final MachineCode COATER = new MachineCode("COAT-2");

    private PromisingSamples() {}

    static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.PIECES);
    }

    static OrderDraft.Line line(int line, String item, long pieces, String requested, Release... releases) {
        return new OrderDraft.Line(
                line,
                new ItemNumber(item),
                pieces(pieces),
                null,
                LocalDate.parse(requested),
                List.of(releases),
                null,
                true);
    }

    static Release release(String requested, long pieces) {
        return new Release(LocalDate.parse(requested), pieces(pieces));
    }

    static OrderDraft draft(String customer, DeliveryTerm term, OrderDraft.Line... lines) {
        return new OrderDraft(
                null,
                new CustomerNumber(customer),
                "",
                OrderType.STANDARD,
                Channel.PHONE,
                5,
                null,
                "",
                "",
                "",
                term,
                Currency.getInstance("EUR"),
                null,
                BigDecimal.ZERO,
                List.of(lines));
    }

    /** The same draft under a number given by another system. */
    static OrderDraft numbered(String number, OrderDraft draft) {
        return new OrderDraft(
                new OrderNumber(number),
                draft.customer(),
                draft.shipTo(),
                draft.type(),
                draft.channel(),
                draft.priority(),
                draft.orderDate(),
                draft.clerk(),
                draft.region(),
                draft.customerReference(),
                draft.deliveryTerm(),
                draft.currency(),
                draft.project(),
                draft.depositPaidPercent(),
                draft.lines());
    }

    /** One coating operation on {@link #COATER} that ends then, an hour after its start. */
    static Placement coated(Demand demand, Instant end, Binding... bindings) {
        ProductionOrderNumber number = new ProductionOrderNumber("NEW-1");
        OperationId coating = new OperationId(number, 10);
        Operation operation = new Operation(
                coating,
                "Coating",
                new WorkCentreCode("COAT"),
                "RED",
                List.of(new MachineTime(COATER, Duration.ofHours(1))),
                null,
                Duration.ZERO,
                OperationStatus.PLANNED,
                Quantity.zero(Unit.PIECES),
                Quantity.zero(Unit.PIECES),
                null,
                null,
                null);
        ProductionOrder made = new ProductionOrder(
                number,
                demand.item(),
                demand.quantity(),
                demand.orderLine(),
                demand.release(),
                null,
                0,
                ProductionOrder.Status.PLANNED,
                null,
                Duration.ZERO,
                demand.requestedEnd(),
                demand.priority(),
                demand.notBefore(),
                List.of(operation),
                List.of(),
                null);
        Instant start = end.minus(Duration.ofHours(1));
        return new Placement(
                new Proposal(demand, List.of(made), Map.of()),
                List.of(new Slot(new PlacedOperation(coating, COATER, start, start, end, "RED"), 1)),
                List.of(),
                end,
                List.of(bindings),
                Outlook.certain(end));
    }

    static Placement fromStock(Demand demand) {
        return new Placement(
                new Proposal(demand, List.of(), Map.of(demand.item(), demand.quantity())),
                List.of(),
                List.of(),
                demand.requestedEnd(),
                List.of(),
                Outlook.certain(demand.requestedEnd()));
    }
}
