package org.duebook.web.pages;

import java.util.List;
import org.duebook.orders.OrderDraft;
import org.duebook.promising.Quote;

/** A quote back in the form it was asked with. */
final class TypedQuote {

    private TypedQuote() {}

    static QuoteForm of(Quote quote) {
        OrderDraft draft = quote.draft();
        var project = draft.project();
        return new QuoteForm(
                draft.customer().value(),
                draft.shipTo(),
                draft.type().name(),
                "",
                draft.channel().name(),
                String.valueOf(draft.priority()),
                draft.deliveryTerm().name(),
                draft.customerReference(),
                draft.clerk(),
                draft.region(),
                draft.depositPaidPercent().toPlainString(),
                project == null ? "" : project.name(),
                project == null ? "" : project.term().toString(),
                project != null && project.signedOff() ? "true" : "",
                quote.confidence().percent().scale() > 0
                        ? ""
                        : quote.confidence().percent().toPlainString(),
                draft.lines().stream().map(TypedQuote::line).toList());
    }

    private static QuoteForm.LineForm line(OrderDraft.Line line) {
        var price = line.unitPrice();
        return new QuoteForm.LineForm(
                line.item().value(),
                line.quantity().amount().toPlainString(),
                line.quantity().unit().code(),
                line.requested().toString(),
                price == null ? "" : price.amount().toPlainString(),
                line.tolerancesAccepted() ? "true" : "",
                releases(line));
    }

    private static List<QuoteForm.LineForm.ReleaseForm> releases(OrderDraft.Line line) {
        return line.releases().stream()
                .map(release -> new QuoteForm.LineForm.ReleaseForm(
                        release.requested().toString(),
                        release.quantity().amount().toPlainString()))
                .toList();
    }
}
