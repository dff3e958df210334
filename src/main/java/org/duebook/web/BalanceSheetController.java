package org.duebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.web.api.BalanceSheetApi;
import org.duebook.web.api.model.DatedQuantityDto;
import org.duebook.web.api.model.OrderBalanceDto;
import org.duebook.web.api.model.OrderStatusDto;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
class BalanceSheetController implements BalanceSheetApi {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final BalanceSheet sheet;
    private final HttpServletRequest request;

    BalanceSheetController(BalanceSheet sheet, HttpServletRequest request) {
        this.sheet = sheet;
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
            Boolean withDelivered) {
        BalanceFilter filter = new BalanceFilter(
                customer == null ? null : new CustomerNumber(customer),
                item == null ? null : new ItemNumber(item),
                from,
                to,
                stage,
                late,
                withDelivered);
        return wantsWorkbook()
                ? ResponseEntity.ok()
                        .contentType(XLSX)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("order-balance-sheet.xlsx")
                                        .build()
                                        .toString())
                        .body(sheet.workbook(filter))
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Rows(Values.each(sheet.rows(filter), BalanceSheetController::view)));
    }

    /** Whether the workbook comes before JSON in Accept; a browser's wildcard gets JSON. */
    private boolean wantsWorkbook() {
        NativeWebRequest current = new ServletWebRequest(request);
        try {
            for (MediaType wanted : new HeaderContentNegotiationStrategy().resolveMediaTypes(current)) {
                if (wanted.includes(MediaType.APPLICATION_JSON)) {
                    return false;
                }
                if (wanted.includes(XLSX)) {
                    return true;
                }
            }
            return false;
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
