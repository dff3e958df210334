package org.duebook.imports;

import java.util.Currency;
import java.util.List;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.OpenInvoice;
import org.duebook.customers.ShipTo;
import org.duebook.documents.SheetWriter;
import org.duebook.plant.Plant;
import org.duebook.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets customers, ship-tos, open-invoices as they are exported. */
@Component
class CustomerExport {

    private static final int AT_ONCE = 500;

    private final Customers customers;
    private final Plant plant;

    CustomerExport(Customers customers, Plant plant) {
        this.customers = customers;
        this.plant = plant;
    }

    void write(SheetWriter sheets) {
        Currency house = plant.profile().currency();
        @Nullable CustomerNumber after = null;
        for (List<Customer> page = customers.list(after, AT_ONCE);
                !page.isEmpty();
                page = customers.list(after, AT_ONCE)) {
            page.forEach(customer -> write(customer, house, sheets));
            after = page.getLast().number();
        }
        invoices(sheets);
    }

    private static void write(Customer customer, Currency house, SheetWriter sheets) {
        Currency currency = customer.creditLimit().currency();
        SheetRow.of(SheetFormat.CUSTOMERS)
                .text("number", customer.number())
                .text("name", customer.name())
                .text("country", customer.country())
                .choice("status", customer.status())
                .text("contract_class", customer.contractClass())
                .number("credit_limit", customer.creditLimit().amount())
                .text("currency", currency.equals(house) ? "" : currency.getCurrencyCode())
                .whole("payment_terms_days", customer.paymentTermsDays())
                .text("contact", customer.contact())
                .to(sheets);
        for (ShipTo place : customer.shipTos()) {
            SheetRow.of(SheetFormat.SHIP_TOS)
                    .text("customer", customer.number())
                    .text("ship_to", place.code())
                    .text("name", place.name())
                    .text("address", place.address())
                    .text("country", place.country())
                    .whole("transit_days", place.transitDays())
                    .to(sheets);
        }
    }

    private void invoices(SheetWriter sheets) {
        String after = "";
        for (List<OpenInvoice> page = customers.openInvoices(after, AT_ONCE);
                !page.isEmpty();
                page = customers.openInvoices(after, AT_ONCE)) {
            for (OpenInvoice invoice : page) {
                SheetRow.of(SheetFormat.OPEN_INVOICES)
                        .text("number", invoice.number())
                        .text("customer", invoice.customer())
                        .number("amount", invoice.amount().amount())
                        .day("due_date", invoice.due())
                        .to(sheets);
            }
            after = page.getLast().number();
        }
    }
}
