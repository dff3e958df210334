package org.duebook.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sheets there are and their columns, in the order they are imported. Described for people in {@code data/README.md}. */
enum SheetFormat {
    PLANT("name zone currency", "reference_monday"),
    CALENDARS("calendar weekdays from to", "name"),
    HOLIDAYS("date", "calendar name"),
    WORK_CENTRES("code name", ""),
    MACHINES("code name work_centre calendar", "initial_setup"),
    DOWNTIME("machine from to reason", ""),
    CHANGEOVERS("work_centre from_state to_state minutes", ""),
    ITEMS(
            "number name type unit cost currency",
            "short_description price specification dimensions tolerances material finish quality_standard"
                    + " inspection_criteria packaging special_characteristics application supplier lead_time_days"
                    + " min_order_quantity order_multiple"),
    BILLS_OF_MATERIAL("parent component quantity", "operation"),
    ROUTINGS(
            "item sequence name work_centre",
            "setup_state run_minutes_per_piece batch_minutes transfer_minutes outside_supplier outside_days"),
    ROUTING_MACHINES("item sequence machine", "time_factor"),
    STOCK("item quantity unit", ""),
    RECEIPTS("number item quantity unit expected_date supplier", ""),
    CUSTOMERS("number name country status contract_class credit_limit payment_terms_days", "contact"),
    SHIP_TOS("customer ship_to name address country", "transit_days"),
    OPEN_INVOICES("number customer amount due_date", ""),
    ORDERS(
            "number order_date customer type channel priority delivery_term currency",
            "ship_to customer_reference clerk region deposit_paid_percent project_name project_term project_signed_off"),
    ORDER_LINES(
            "order line item quantity unit requested_date",
            "unit_price promised_date tolerances_accepted specification dimensions tolerances material finish"
                    + " quality_standard inspection_criteria packaging special_characteristics application"),
    RELEASES("order line date quantity", ""),
    DELIVERIES("number order line date quantity", "");

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,39}");

    private final List<String> required;
    private final List<String> optional;

    SheetFormat(String required, String optional) {
        this.required = List.of(required.split(" "));
        this.optional = optional.isEmpty() ? List.of() : List.of(optional.split(" "));
    }

    /** Whether a text is a number or code of a record. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Most characters that a text of this column may have, wherever it stands. */
    static int longest(String column) {
        return switch (column) {
            case "name", "contact", "reason", "project_name" -> 200;
            case "supplier", "outside_supplier", "customer_reference" -> 100;
            case "contract_class", "clerk", "region", "setup_state", "initial_setup", "from_state", "to_state" -> 40;
            default -> 400;
        };
    }

    String sheetName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> required() {
        return required;
    }

    List<String> optional() {
        return optional;
    }

    static Optional<SheetFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.sheetName().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(SheetFormat::sheetName).collect(Collectors.joining(", "));
    }
}
