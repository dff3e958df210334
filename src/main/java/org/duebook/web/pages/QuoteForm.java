package org.duebook.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it was typed into the quote page; nothing is checked yet, nothing is null. */
record QuoteForm(
        String customer,
        String shipTo,
        String type,
        String channel,
        String priority,
        String deliveryTerm,
        String customerReference,
        String clerk,
        String region,
        String depositPaidPercent,
        String projectName,
        String projectTerm,
        String projectSignedOff,
        List<LineForm> lines) {

    static final int MOST_LINES = 50;

    /** As the form binding finds it: what was not sent is null. */
    @SuppressWarnings("NullAway") // the binder passes null for what was not sent
    QuoteForm {
        customer = typed(customer);
        shipTo = typed(shipTo);
        type = typed(type, "STANDARD");
        channel = typed(channel, "PHONE");
        priority = typed(priority, "5");
        deliveryTerm = typed(deliveryTerm, "DELIVERED");
        customerReference = typed(customerReference);
        clerk = typed(clerk);
        region = typed(region);
        depositPaidPercent = typed(depositPaidPercent, "0");
        projectName = typed(projectName);
        projectTerm = typed(projectTerm);
        projectSignedOff = typed(projectSignedOff);
        lines = lines == null || lines.isEmpty() ? List.of(LineForm.EMPTY) : List.copyOf(lines);
    }

    QuoteForm withLineAdded() {
        List<LineForm> more = new ArrayList<>(lines);
        more.add(LineForm.EMPTY);
        return withLines(more);
    }

    QuoteForm withoutLine(int index) {
        List<LineForm> fewer = new ArrayList<>(lines);
        if (index >= 0 && index < fewer.size()) {
            fewer.remove(index);
        }
        return withLines(fewer);
    }

    private QuoteForm withLines(List<LineForm> changed) {
        return new QuoteForm(
                customer,
                shipTo,
                type,
                channel,
                priority,
                deliveryTerm,
                customerReference,
                clerk,
                region,
                depositPaidPercent,
                projectName,
                projectTerm,
                projectSignedOff,
                changed);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String typed(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text.strip();
    }

    /** A line as it was typed. */
    record LineForm(
            String item, String quantity, String unit, String requested, String unitPrice, String tolerancesAccepted) {

        static final LineForm EMPTY = new LineForm("", "", "", "", "", "true");

        @SuppressWarnings("NullAway") // the binder passes null for what was not sent
        LineForm {
            item = typed(item);
            quantity = typed(quantity);
            unit = typed(unit);
            requested = typed(requested);
            unitPrice = typed(unitPrice);
            tolerancesAccepted = typed(tolerancesAccepted);
        }
    }
}
