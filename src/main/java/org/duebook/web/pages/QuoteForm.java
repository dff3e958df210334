package org.duebook.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was typed into the quote page; nothing is checked yet, nothing is null.
 *
 * @param type what kind of order it is beside being a rush; never {@code RUSH}
 * @param rush {@code true} when it was ticked
 * @param confidence in per cent; empty for the usual one
 */
record QuoteForm(
        String customer,
        String shipTo,
        String type,
        String rush,
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
        String confidence,
        List<LineForm> lines) {

    static final int MOST_LINES = 50;
    static final int MOST_RELEASES = 50;

    private static final String RUSH = "RUSH";
    private static final String STANDARD = "STANDARD";
    private static final String BLANKET = "BLANKET";

    /** As the form binding finds it: what was not sent is null. */
    @SuppressWarnings("NullAway") // the binder passes null for what was not sent
    QuoteForm {
        customer = typed(customer);
        shipTo = typed(shipTo);
        rush = RUSH.equals(type) ? "true" : typed(rush);
        type = RUSH.equals(type) ? STANDARD : typed(type, STANDARD);
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
        confidence = typed(confidence);
        lines = lines == null || lines.isEmpty() ? List.of(LineForm.EMPTY) : List.copyOf(lines);
    }

    public boolean isRush() {
        return "true".equals(rush);
    }

    QuoteForm withLineAdded() {
        return lines.size() < MOST_LINES ? withLines(with(lines, LineForm.EMPTY)) : this;
    }

    QuoteForm withoutLine(int index) {
        return withLines(without(lines, index));
    }

    /** With one more dated part of a line; what was a standard order becomes a blanket one, as the rules want of several. */
    QuoteForm withReleaseAdded(int line) {
        QuoteForm more = withReleases(
                line,
                releases -> releases.size() < MOST_RELEASES ? with(releases, LineForm.ReleaseForm.EMPTY) : releases);
        boolean several = more.lines.stream().anyMatch(each -> each.releases().size() > 1);
        return several && STANDARD.equals(type) && !isRush() ? more.as(BLANKET) : more;
    }

    QuoteForm withoutRelease(int line, int index) {
        return withReleases(line, releases -> without(releases, index));
    }

    /** The fields a fault can be shown at, in the order they stand on the page. */
    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(List.of("customer", "shipTo", "deliveryTerm", "confidence", "rush"));
        for (int line = 0; line < lines.size(); line++) {
            String at = "lines[" + line + "].";
            for (String field : List.of("item", "quantity", "unit", "requested", "unitPrice", "releases")) {
                fields.add(at + field);
            }
            for (int release = 0; release < lines.get(line).releases().size(); release++) {
                fields.add(at + "releases[" + release + "].requested");
                fields.add(at + "releases[" + release + "].quantity");
            }
        }
        fields.addAll(List.of("type", "channel", "priority", "depositPaidPercent", "project.term"));
        return fields;
    }

    private QuoteForm withReleases(int line, UnaryOperator<List<LineForm.ReleaseForm>> change) {
        if (line < 0 || line >= lines.size()) {
            return this;
        }
        List<LineForm> changed = new ArrayList<>(lines);
        changed.set(line, lines.get(line).with(change.apply(lines.get(line).releases())));
        return withLines(changed);
    }

    private QuoteForm withLines(List<LineForm> changed) {
        return with(type, changed);
    }

    private QuoteForm as(String other) {
        return with(other, lines);
    }

    private QuoteForm with(String otherType, List<LineForm> changed) {
        return new QuoteForm(
                customer,
                shipTo,
                otherType,
                rush,
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
                confidence,
                changed);
    }

    private static <T> List<T> with(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        if (index >= 0 && index < fewer.size()) {
            fewer.remove(index);
        }
        return fewer;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String typed(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text.strip();
    }

    /**
     * A line as it was typed.
     *
     * @param releases its dated parts; none when all of it is wanted on one day
     */
    record LineForm(
            String item,
            String quantity,
            String unit,
            String requested,
            String unitPrice,
            String tolerancesAccepted,
            List<ReleaseForm> releases) {

        static final LineForm EMPTY = new LineForm("", "", "", "", "", "true", List.of());

        @SuppressWarnings("NullAway") // the binder passes null for what was not sent
        LineForm {
            item = typed(item);
            quantity = typed(quantity);
            unit = typed(unit);
            requested = typed(requested);
            unitPrice = typed(unitPrice);
            tolerancesAccepted = typed(tolerancesAccepted);
            releases = releases == null ? List.of() : List.copyOf(releases);
        }

        LineForm with(List<ReleaseForm> parts) {
            return new LineForm(item, quantity, unit, requested, unitPrice, tolerancesAccepted, parts);
        }

        /** One dated part of a line. */
        record ReleaseForm(String requested, String quantity) {

            static final ReleaseForm EMPTY = new ReleaseForm("", "");

            @SuppressWarnings("NullAway") // the binder passes null for what was not sent
            ReleaseForm {
                requested = typed(requested);
                quantity = typed(quantity);
            }
        }
    }
}
