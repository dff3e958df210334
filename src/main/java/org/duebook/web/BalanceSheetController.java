package org.duebook.web;

import java.time.LocalDate;
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
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BalanceSheetController implements BalanceSheetApi {

    private final BalanceSheet sheet;
    private final Forms forms;
    private final FormLanguage language;
    private final SignedIn signedIn;
    private final AcceptedForm accepted;

    BalanceSheetController(
            BalanceSheet sheet, Forms forms, FormLanguage language, SignedIn signedIn, AcceptedForm accepted) {
        this.sheet = sheet;
        this.forms = forms;
        this.language = language;
        this.signedIn = signedIn;
        this.accepted = accepted;
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
            @Nullable LocalDate asOf,
            @Nullable String lang) {
        BalanceFilter filter = new BalanceFilter(
                customer == null ? null : new CustomerNumber(customer),
                item == null ? null : new ItemNumber(item),
                from,
                to,
                stage,
                late,
                withDelivered,
                asOf);
        sheet.fault(filter).ifPresent(fault -> {
            throw Refusal.unprocessable(List.of(fault));
        });
        Optional<DocumentKind> document = accepted.beforeJson();
        if (document.isEmpty()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Rows(Values.each(sheet.rows(filter), BalanceSheetController::view)));
        }
        Language chosen = language.of(lang);
        return Handout.of(forms.balanceSheet(filter, document.get(), chosen, signedIn.actor()), chosen);
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
                .firstPromised(of.firstPromised())
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
