package org.duebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.documents.DocumentKind;
import org.duebook.forms.Forms;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Language;
import org.duebook.web.api.BalanceSheetApi;
import org.duebook.web.api.model.DatedQuantityDto;
import org.duebook.web.api.model.OrderBalanceDto;
import org.duebook.web.api.model.OrderStatusDto;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
class BalanceSheetController implements BalanceSheetApi {

    private final BalanceSheet sheet;
    private final Forms forms;
    private final FormLanguage language;
    private final SignedIn signedIn;
    private final HttpServletRequest request;

    BalanceSheetController(
            BalanceSheet sheet, Forms forms, FormLanguage language, SignedIn signedIn, HttpServletRequest request) {
        this.sheet = sheet;
        this.forms = forms;
        this.language = language;
        this.signedIn = signedIn;
        this.request = request;
    }

    /** The JSON form of the sheet. */
    record Rows(List<OrderBalanceDto> items) {}

    @Override
    public ResponseEntity<Object> getBalanceSheet(
            @Nullable String customer,
            @Nullable String item,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String stage,
            @Nullable Boolean late,
            Boolean withDelivered,
            @Nullable String lang) {
        BalanceFilter filter = new BalanceFilter(
                customer == null ? null : new CustomerNumber(customer),
                item == null ? null : new ItemNumber(item),
                from,
                to,
                stage,
                late,
                withDelivered);
        Optional<DocumentKind> document = wanted();
        if (document.isEmpty()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Rows(Values.each(sheet.rows(filter), BalanceSheetController::view)));
        }
        Language chosen = language.of(lang);
        return Handout.of(forms.balanceSheet(filter, document.get(), chosen, signedIn.actor()), chosen);
    }

    /** What comes first in Accept, of what there is; empty for JSON, which is also what a browser's wildcard gets. */
    private Optional<DocumentKind> wanted() {
        try {
            List<MediaType> accepted =
                    new HeaderContentNegotiationStrategy().resolveMediaTypes(new ServletWebRequest(request));
            for (MediaType wanted : accepted) {
                if (wanted.includes(MediaType.APPLICATION_JSON)) {
                    return Optional.empty();
                }
                Optional<DocumentKind> kind = Arrays.stream(DocumentKind.values())
                        .filter(each -> wanted.includes(MediaType.parseMediaType(each.mediaType())))
                        .findFirst();
                if (kind.isPresent()) {
                    return kind;
                }
            }
            return Optional.empty();
        } catch (HttpMediaTypeNotAcceptableException unreadable) {
            throw new IllegalStateException("Accept was read before", unreadable);
        }
    }

    private static OrderBalanceDto view(OrderBalance of) {
        return new OrderBalanceDto()
                .order(of.line().order().value())
                .line(of.line().line())
                .orderDate(of.orderDate())
                .status(OrderStatusDto.valueOf(of.status().name()))
                .customer(of.customer().value())
                .customerName(of.customerName())
                .item(of.item().value())
                .itemName(of.itemName())
                .shortDescription(of.shortDescription())
                .specification(Values.specification(of.specification()))
                .tolerancesAccepted(of.tolerancesAccepted())
                .approvals(of.approvals())
                .ordered(Values.quantity(of.ordered()))
                .expected(Values.each(of.expected(), BalanceSheetController::view))
                .requested(of.requested())
                .promised(of.promised())
                .deliveries(Values.each(of.deliveries(), BalanceSheetController::view))
                .delivered(Values.quantity(of.delivered()))
                .balance(Values.quantity(of.balance()))
                .stage(of.stage())
                .projected(of.projected())
                .daysLate(of.daysLate())
                .penalty(Values.moneyOrNone(of.penalty()))
                .penaltyReason(of.penaltyReason());
    }

    private static DatedQuantityDto view(OrderBalance.Part of) {
        return new DatedQuantityDto(of.on(), Values.quantity(of.quantity()));
    }
}
