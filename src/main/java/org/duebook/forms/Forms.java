package org.duebook.forms;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.customers.Customers;
import org.duebook.documents.DocumentKind;
import org.duebook.documents.TableWorkbook;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Language;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Door to the printed forms. */
@Service
public class Forms {

    /** More lines than anybody reads on paper: some eighty pages. */
    static final int LINES_ON_PAPER = 1_000;

    private final BalanceSheet balanceSheet;
    private final Orders orders;
    private final Customers customers;
    private final Promising promising;
    private final ShopForms shop;
    private final Plant plant;
    private final Clock clock;

    Forms(
            BalanceSheet balanceSheet,
            Orders orders,
            Customers customers,
            Promising promising,
            ShopForms shop,
            Plant plant,
            Clock clock) {
        this.balanceSheet = balanceSheet;
        this.orders = orders;
        this.customers = customers;
        this.promising = promising;
        this.shop = shop;
        this.plant = plant;
        this.clock = clock;
    }

    /** The order balance sheet; refused when it has too many lines for paper. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FormOutcome balanceSheet(BalanceFilter filter, DocumentKind kind, Language language, Actor by) {
        BalanceForm form = new BalanceForm(issue(language, by), filter);
        if (kind == DocumentKind.XLSX) {
            return Printing.made("order-balance-sheet", kind, balanceWorkbook(form, filter, language));
        }
        List<OrderBalance> rows = balanceSheet.rows(filter);
        return rows.size() > LINES_ON_PAPER
                ? new FormOutcome.Refused(tooLong(rows.size(), kind))
                : Printing.printed("order-balance-sheet", kind, form.of(rows));
    }

    /** The week of a day in the published plan, as spreadsheet or on paper. */
    @Transactional(readOnly = true)
    public FormOutcome weeklySchedule(LocalDate dayOfWeek, DocumentKind kind, Language language, Actor by) {
        return shop.week(dayOfWeek, kind, issue(language, by));
    }

    /**
     * What a machine does by the published plan in the shifts that start on a day.
     *
     * @param machine null for every machine that has work, one to a page
     */
    @Transactional(readOnly = true)
    public FormOutcome dispatchList(
            LocalDate day, @Nullable MachineCode machine, DocumentKind kind, Language language, Actor by) {
        return shop.dispatch(day, machine, kind, issue(language, by));
    }

    /** The letter to the customer; refused while the order is not accepted. */
    @Transactional(readOnly = true)
    public FormOutcome acknowledgement(OrderNumber number, DocumentKind kind, Language language, Actor by) {
        Optional<CustomerOrder> found = orders.find(number);
        if (found.isEmpty()) {
            return new FormOutcome.Unknown(
                    new Fault("number", number.value(), "an order", "look it up in the list of orders"));
        }
        CustomerOrder order = found.get();
        if (!order.status().isOpen() && order.status() != OrderStatus.DELIVERED) {
            return new FormOutcome.Refused(new Fault(
                    "status",
                    order.status().name(),
                    "an order that is accepted",
                    order.status() == OrderStatus.HELD
                            ? "have its holds answered first"
                            : "there is nothing to acknowledge"));
        }
        AcknowledgementForm form = new AcknowledgementForm(
                issue(language, by),
                order,
                customers.find(order.customer()).orElse(null),
                promising.releaseDates(order.lines().stream().map(OrderLine::id).toList()));
        String name = "acknowledgement-" + number.value().replaceAll("[^A-Za-z0-9.-]", "-");
        return Printing.printed(name, kind, form.form(orders.holds(number)));
    }

    private byte[] balanceWorkbook(BalanceForm form, BalanceFilter filter, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BalanceColumns columns = new BalanceColumns(language);
        try (TableWorkbook workbook = new TableWorkbook(form.workbook(columns.columns()))) {
            balanceSheet.forEach(filter, row -> workbook.add(columns.row(row)));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    static Fault tooLong(int lines, DocumentKind kind) {
        return new Fault(
                "lines",
                lines + " lines",
                "at most " + LINES_ON_PAPER + " lines for " + kind,
                "narrow the filter, or take it as Excel");
    }

    private Issue issue(Language language, Actor by) {
        PlantProfile profile = plant.profile();
        return new Issue(profile.name(), LocalDateTime.ofInstant(clock.instant(), profile.zone()), by, language);
    }
}
