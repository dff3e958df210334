package org.duebook.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.OpenInvoice;
import org.duebook.customers.ShipTo;
import org.duebook.plant.Plant;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Saved;
import org.springframework.stereotype.Component;

/** The sheets customers, ship-tos, open-invoices. Amounts are in the plant's currency. */
@Component
class CustomerSheets {

    private final Customers customers;
    private final Plant plant;

    CustomerSheets(Customers customers, Plant plant) {
        this.customers = customers;
        this.plant = plant;
    }

    void take(Rows rows, Parts parts) {
        Map<String, List<Cells>> shipTos = rows.by(SheetFormat.SHIP_TOS, "customer");
        for (Cells row : rows.of(SheetFormat.CUSTOMERS)) {
            parts.take(
                    SheetFormat.CUSTOMERS,
                    row,
                    () -> customer(row, shipTos.getOrDefault(row.key("number"), List.of()), parts));
        }
        Set<String> named = rows.of(SheetFormat.CUSTOMERS).stream()
                .map(row -> row.key("number"))
                .collect(Collectors.toSet());
        shipTos.forEach((customer, places) -> {
            if (!named.contains(customer)) {
                parts.take(SheetFormat.SHIP_TOS, places.getFirst(), () -> {
                    throw places.getFirst()
                            .refused(
                                    "customer",
                                    customer,
                                    "a customer of the sheet customers of the same file",
                                    "send the customer with its ship-tos");
                });
            }
        });
        for (Cells row : rows.of(SheetFormat.OPEN_INVOICES)) {
            parts.take(SheetFormat.OPEN_INVOICES, row, () -> invoice(row, parts));
        }
    }

    private Saved customer(Cells row, List<Cells> places, Parts parts) {
        CustomerNumber number = row.as("number", CustomerNumber::new);
        parts.once(SheetFormat.CUSTOMERS, row, "number", number.value());
        List<ShipTo> shipTos = Cells.each(places, place -> shipTo(place, number, parts));
        if (shipTos.isEmpty()) {
            throw row.refused(
                    "number",
                    number + " without a ship-to",
                    "at least one row in the sheet ship-tos",
                    "add where the customer is delivered to");
        }
        return customers.put(new Customer(
                number,
                row.required("name"),
                row.country("country"),
                row.oneOf("status", CustomerStatus.class),
                row.required("contract_class"),
                Money.of(
                        row.notNegative("credit_limit"),
                        row.text("currency").isEmpty() ? plant.profile().currency() : row.currency("currency")),
                row.whole("payment_terms_days", 0, 365),
                row.text("contact"),
                shipTos));
    }

    private static ShipTo shipTo(Cells row, CustomerNumber customer, Parts parts) {
        String code = row.code("ship_to");
        parts.once(SheetFormat.SHIP_TOS, row, "ship_to", customer + " " + code);
        return new ShipTo(
                code,
                row.required("name"),
                row.required("address"),
                row.country("country"),
                row.whole("transit_days", 0, 90, 0));
    }

    private Saved invoice(Cells row, Parts parts) {
        parts.once(SheetFormat.OPEN_INVOICES, row, "number", row.code("number"));
        CustomerNumber number = row.as("customer", CustomerNumber::new);
        Customer customer = row.known("customer", customers.find(number), "a customer");
        return customers.putInvoice(new OpenInvoice(
                number,
                row.required("number"),
                Money.of(row.positive("amount"), customer.creditLimit().currency()),
                row.date("due_date")));
    }
}
