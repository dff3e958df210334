package org.duebook.customers;

import java.util.List;
import java.util.Optional;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;

/**
 * A customer with its ship-to addresses and terms.
 *
 * @param contractClass the class of contract that decides late-delivery penalties, such as {@code A}
 * @param creditLimit open orders plus unpaid invoices may reach this
 * @param paymentTermsDays days from invoice to due date; 0 is payment in advance
 * @param contact where acknowledgements go: an e-mail address or a phone number, may be empty
 */
public record Customer(
        CustomerNumber number,
        String name,
        String country,
        CustomerStatus status,
        String contractClass,
        Money creditLimit,
        int paymentTermsDays,
        String contact,
        List<ShipTo> shipTos) {

    public Customer {
        shipTos = List.copyOf(shipTos);
    }

    public Optional<ShipTo> shipTo(String code) {
        return shipTos.stream().filter(place -> place.code().equals(code)).findFirst();
    }
}
