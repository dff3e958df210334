package org.duebook.production;

import java.util.List;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;

/**
 * Pieces that an operation lost are made again; told within the reporting transaction.
 *
 * @param lost the operation that made too few
 * @param orders what was stored for it, parents before their parts; none when stock covers it
 */
public record MadeAgain(OperationId lost, Quantity quantity, List<ProductionOrderNumber> orders) {

    public MadeAgain {
        orders = List.copyOf(orders);
    }
}
