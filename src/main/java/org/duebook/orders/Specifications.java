package org.duebook.orders;

import org.duebook.catalog.Specification;
import org.jspecify.annotations.Nullable;

/** The specification an order line is made to: the customer's own, and where that is silent the item's. */
final class Specifications {

    private Specifications() {}

    static Specification over(@Nullable Specification own, Specification item) {
        return own == null
                ? item
                : new Specification(
                        first(own.sheet(), item.sheet()),
                        first(own.dimensions(), item.dimensions()),
                        first(own.tolerances(), item.tolerances()),
                        first(own.material(), item.material()),
                        first(own.finish(), item.finish()),
                        first(own.qualityStandard(), item.qualityStandard()),
                        first(own.inspectionCriteria(), item.inspectionCriteria()),
                        first(own.packaging(), item.packaging()),
                        first(own.specialCharacteristics(), item.specialCharacteristics()),
                        first(own.endApplication(), item.endApplication()));
    }

    private static String first(String own, String item) {
        return own.isBlank() ? item : own;
    }
}
