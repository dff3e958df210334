package org.duebook.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Saved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of customers and their ship-tos, which keep the order they were given in. */
@Repository
class CustomerRows {

    private final JdbcClient jdbc;

    CustomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Map<CustomerNumber, Customer> byNumber(List<Customer> customers) {
        Map<CustomerNumber, Customer> byNumber = new LinkedHashMap<>();
        customers.forEach(customer -> byNumber.put(customer.number(), customer));
        return byNumber;
    }

    List<CustomerNumber> page(String after, int limit) {
        return jdbc.sql("select number from customer where number > :after order by number limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new CustomerNumber(row.getString(1)))
                .list();
    }

    List<CustomerNumber> matching(String typed, int limit) {
        return jdbc.sql("""
                select number from customer
                where strpos(lower(number), lower(:typed)) > 0 or strpos(lower(name), lower(:typed)) > 0
                order by starts_with(lower(number), lower(:typed)) desc, number limit :limit
                """)
                .param("typed", typed)
                .param("limit", limit)
                .query((row, n) -> new CustomerNumber(row.getString(1)))
                .list();
    }

    List<Customer> load(Collection<CustomerNumber> numbers) {
        String[] wanted = numbers.stream().map(CustomerNumber::value).toArray(String[]::new);
        Map<String, List<ShipTo>> places = jdbc
                .sql("select * from ship_to where customer = any(:numbers) order by customer, position")
                .param("numbers", wanted)
                .query((row, n) -> Map.entry(row.getString("customer"), shipTo(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from customer where number = any(:numbers) order by number")
                .param("numbers", wanted)
                .query((row, n) -> customer(row, places.getOrDefault(row.getString("number"), List.of())))
                .list();
    }

    Saved put(Customer customer) {
        Saved saved = Saved.of(putRow(customer));
        String number = customer.number().value();
        List<ShipTo> before = jdbc.sql("select * from ship_to where customer = :number order by position")
                .param("number", number)
                .query((row, n) -> shipTo(row))
                .list();
        boolean placesChange = !before.equals(customer.shipTos());
        if (placesChange) {
            jdbc.sql("delete from ship_to where customer = :number")
                    .param("number", number)
                    .update();
            for (int position = 0; position < customer.shipTos().size(); position++) {
                putPlace(number, position, customer.shipTos().get(position));
            }
        }
        return saved.orChanged(placesChange);
    }

    private Optional<Boolean> putRow(Customer customer) {
        return jdbc.sql("""
                insert into customer (number, name, country, status, contract_class, credit_limit, currency,
                    payment_terms_days, contact)
                values (:number, :name, :country, :status, :contractClass, :limit, :currency, :terms, :contact)
                on conflict (number) do update
                set name = excluded.name, country = excluded.country, status = excluded.status,
                    contract_class = excluded.contract_class, credit_limit = excluded.credit_limit,
                    currency = excluded.currency, payment_terms_days = excluded.payment_terms_days,
                    contact = excluded.contact
                where customer is distinct from excluded
                returning xmax = 0""")
                .param("number", customer.number().value())
                .param("name", customer.name())
                .param("country", customer.country())
                .param("status", customer.status().name())
                .param("contractClass", customer.contractClass())
                .param("limit", customer.creditLimit().amount())
                .param("currency", customer.creditLimit().currency().getCurrencyCode())
                .param("terms", customer.paymentTermsDays())
                .param("contact", customer.contact())
                .query(Boolean.class)
                .optional();
    }

    private void putPlace(String customer, int position, ShipTo place) {
        jdbc.sql("""
                insert into ship_to (customer, code, position, name, address, country, transit_days)
                values (:customer, :code, :position, :name, :address, :country, :transitDays)""")
                .param("customer", customer)
                .param("code", place.code())
                .param("position", position)
                .param("name", place.name())
                .param("address", place.address())
                .param("country", place.country())
                .param("transitDays", place.transitDays())
                .update();
    }

    private static Customer customer(ResultSet row, List<ShipTo> places) throws SQLException {
        return new Customer(
                new CustomerNumber(row.getString("number")),
                row.getString("name"),
                row.getString("country"),
                CustomerStatus.valueOf(row.getString("status")),
                row.getString("contract_class"),
                money(row, "credit_limit", "currency"),
                row.getInt("payment_terms_days"),
                row.getString("contact"),
                places);
    }

    private static ShipTo shipTo(ResultSet row) throws SQLException {
        return new ShipTo(
                row.getString("code"),
                row.getString("name"),
                row.getString("address"),
                row.getString("country"),
                row.getInt("transit_days"));
    }

    static Money money(ResultSet row, String amount, String currency) throws SQLException {
        return Money.of(row.getBigDecimal(amount), Currency.getInstance(row.getString(currency)));
    }
}
