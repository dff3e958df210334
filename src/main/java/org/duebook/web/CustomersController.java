package org.duebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.customers.CreditPosition;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.plant.Plant;
import org.duebook.shared.CustomerNumber;
import org.duebook.web.api.CustomersApi;
import org.duebook.web.api.model.CreditDto;
import org.duebook.web.api.model.CustomerDto;
import org.duebook.web.api.model.CustomerPageDto;
import org.duebook.web.api.model.ShipToDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CustomersController implements CustomersApi {

    private final Customers customers;
    private final Plant plant;
    private final ConditionalPut puts;
    private final Clock clock;

    CustomersController(Customers customers, Plant plant, ConditionalPut puts, Clock clock) {
        this.customers = customers;
        this.plant = plant;
        this.puts = puts;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<CustomerPageDto> listCustomers(@Nullable String after, Integer limit) {
        List<Customer> read = customers.list(after == null ? null : new CustomerNumber(after), limit + 1);
        Page<Customer> page =
                Page.cut(read, limit, customer -> customer.number().value());
        return ResponseEntity.ok(
                new CustomerPageDto(Values.each(page.items(), CustomersController::view)).next(page.next()));
    }

    @Override
    public ResponseEntity<CustomerDto> getCustomer(String number) {
        return puts.read(view(known(number)));
    }

    @Override
    public ResponseEntity<CustomerDto> putCustomer(String number, CustomerDto body, @Nullable String ifMatch) {
        Numbers.same("number", body.getNumber(), number);
        Customer customer = read(body);
        return puts.put(
                "customers/" + number,
                ifMatch,
                () -> customers.find(customer.number()).map(CustomersController::view),
                () -> customers.put(customer));
    }

    @Override
    public ResponseEntity<CreditDto> getCredit(String number) {
        Customer customer = known(number);
        LocalDate today = LocalDate.ofInstant(clock.instant(), plant.profile().zone());
        CreditPosition credit = customers.creditPosition(customer.number(), today);
        return ResponseEntity.ok(new CreditDto(
                number,
                Values.money(credit.limit()),
                Values.money(credit.openOrders()),
                Values.money(credit.openInvoices()),
                Values.money(credit.exposure()),
                Values.money(credit.overdue()),
                credit.oldestOverdueDays()));
    }

    private Customer known(String number) {
        return customers
                .find(new CustomerNumber(number))
                .orElseThrow(() -> Refusal.unknown("number", number, "a customer"));
    }

    private static CustomerDto view(Customer of) {
        return new CustomerDto(
                        of.number().value(),
                        of.name(),
                        of.country(),
                        CustomerDto.StatusEnum.valueOf(of.status().name()),
                        of.contractClass(),
                        Values.money(of.creditLimit()),
                        of.paymentTermsDays(),
                        Values.each(of.shipTos(), CustomersController::view))
                .contact(of.contact());
    }

    private static ShipToDto view(ShipTo of) {
        return new ShipToDto(of.code(), of.name(), of.address(), of.country(), of.transitDays());
    }

    private static Customer read(CustomerDto of) {
        List<ShipTo> shipTos = Values.each(
                of.getShipTos(),
                place -> new ShipTo(
                        place.getCode(),
                        place.getName(),
                        place.getAddress(),
                        place.getCountry(),
                        place.getTransitDays()));
        IntStream.range(0, shipTos.size())
                .filter(place -> shipTos.stream()
                        .limit(place)
                        .anyMatch(before ->
                                before.code().equals(shipTos.get(place).code())))
                .findFirst()
                .ifPresent(twice -> {
                    throw Refusal.unprocessable(
                            "shipTos[" + twice + "].code",
                            shipTos.get(twice).code(),
                            "each code once",
                            "give it another code");
                });
        return new Customer(
                new CustomerNumber(of.getNumber()),
                of.getName(),
                of.getCountry(),
                CustomerStatus.valueOf(of.getStatus().name()),
                of.getContractClass(),
                Values.positive("creditLimit", of.getCreditLimit()),
                of.getPaymentTermsDays(),
                of.getContact(),
                shipTos);
    }
}
