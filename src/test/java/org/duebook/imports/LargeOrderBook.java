package org.duebook.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.duebook.documents.Sheet;
import org.duebook.documents.SheetFiles;
import org.duebook.documents.SheetReader;
import org.duebook.documents.SheetsRead;

/**
 * An order book of the demo plant as large as one likes: customers of its own, orders of one to four lines, some with
 * dates promised and deliveries made. The same seed gives the same book, and it is written row by row.
 */
public final class LargeOrderBook {

    private static final Path DEMO = Path.of("data");
    private static final int CUSTOMERS = 500;
    private static final String[] TYPES = {"standard", "standard", "standard", "rush", "blanket"};
    private static final String[] CHANNELS = {"phone", "email", "web", "shop", "visit"};

    private final int orders;
    private final LocalDate today;
    private final long seed;
    private final List<Article> articles;

    private record Article(String number, String price) {}

    /**
     * @param orders with 2.5 lines each on average
     * @param today the day before which everything was ordered
     */
    public LargeOrderBook(int orders, LocalDate today, long seed) throws IOException {
        this.orders = orders;
        this.today = today;
        this.seed = seed;
        this.articles = articles();
    }

    /** Lines of the first orders. */
    public static int linesOf(int orders) {
        int lines = 0;
        for (int order = 0; order < orders; order++) {
            lines += lines(order);
        }
        return lines;
    }

    private static int lines(int order) {
        return 1 + order % 4;
    }

    /** The demo plant without its order book. */
    public static Path demoWithoutOrders(Path file) throws IOException {
        List<String> left = List.of("orders", "order-lines", "releases", "deliveries", "open-invoices");
        return SheetFiles.zip(
                file,
                sink -> demo().sheets().stream()
                        .filter(sheet -> !left.contains(sheet.name()))
                        .forEach(sheet -> {
                            sink.sheet(sheet.name(), sheet.header().toArray(String[]::new));
                            sheet.rows().forEach(row -> sink.row(row.cells().toArray()));
                        }));
    }

    public void fill(SheetFiles.Sink sink) {
        customers(sink);
        orders(sink);
        lines(sink);
        deliveries(sink);
    }

    private static void customers(SheetFiles.Sink sink) {
        sink.sheet(
                "customers",
                "number",
                "name",
                "country",
                "status",
                "contract_class",
                "credit_limit",
                "payment_terms_days",
                "contact");
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            // One in fifty is small, so that some orders wait for a deposit or for credit.
            sink.row(
                    number(customer),
                    "Customer " + customer,
                    "DE",
                    "active",
                    "B",
                    isSmall(customer) ? 20_000 : 90_000_000,
                    30,
                    "purchasing@customer.example");
        }
        sink.sheet("ship-tos", "customer", "ship_to", "name", "address", "country", "transit_days");
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            sink.row(number(customer), "MAIN", "Goods in", "Street " + customer, "DE", customer % 5);
        }
    }

    private static String number(int customer) {
        return "KX-" + (10_000 + customer);
    }

    private int customer(int order) {
        return random(order, 99).nextInt(CUSTOMERS);
    }

    private static boolean isSmall(int customer) {
        return customer % 50 == 7;
    }

    private static String order(int order) {
        return "SX-" + (100_000 + order);
    }

    private void orders(SheetFiles.Sink sink) {
        sink.sheet(
                "orders",
                "number",
                "order_date",
                "customer",
                "ship_to",
                "customer_reference",
                "type",
                "channel",
                "priority",
                "delivery_term",
                "currency");
        for (int order = 0; order < orders; order++) {
            SplittableRandom random = random(order, 0);
            sink.row(
                    order(order),
                    today.minusDays(random.nextInt(10, 60)),
                    number(customer(order)),
                    "MAIN",
                    "PO " + random.nextInt(1_000_000),
                    TYPES[random.nextInt(TYPES.length)],
                    CHANNELS[random.nextInt(CHANNELS.length)],
                    random.nextInt(1, 10),
                    random.nextBoolean() ? "delivered" : "ex-works",
                    "EUR");
        }
    }

    private void lines(SheetFiles.Sink sink) {
        sink.sheet(
                "order-lines",
                "order",
                "line",
                "item",
                "quantity",
                "unit",
                "unit_price",
                "requested_date",
                "promised_date",
                "tolerances_accepted");
        for (int order = 0; order < orders; order++) {
            for (int line = 1; line <= lines(order); line++) {
                SplittableRandom random = random(order, line);
                Article article = articles.get(random.nextInt(articles.size()));
                LocalDate requested = today.plusDays(random.nextInt(5, 200));
                sink.row(
                        order(order),
                        line,
                        article.number(),
                        random.nextInt(1, 40),
                        "pcs",
                        article.price(),
                        requested,
                        random.nextInt(5) == 0 ? "" : requested.plusDays(random.nextInt(10)),
                        "yes");
            }
        }
    }

    /** Every tenth order had its first line delivered in full, where the customer's credit is beyond doubt. */
    private void deliveries(SheetFiles.Sink sink) {
        sink.sheet("deliveries", "number", "order", "line", "date", "quantity");
        for (int order = 0; order < orders; order += 10) {
            SplittableRandom random = random(order, 1);
            if (isSmall(customer(order))) {
                continue;
            }
            random.nextInt(articles.size());
            random.nextInt(5, 200);
            sink.row("DX-" + (100_000 + order), order(order), 1, today.minusDays(2), random.nextInt(1, 40));
        }
    }

    private SplittableRandom random(int order, int line) {
        return new SplittableRandom(seed * 1_000_003 + order * 31L + line);
    }

    private static List<Article> articles() throws IOException {
        Sheet items = sheet("items");
        int number = items.header().indexOf("number");
        int type = items.header().indexOf("type");
        int price = items.header().indexOf("price");
        return items.rows().stream()
                .map(Sheet.Row::cells)
                .filter(cells -> cells.get(type).equals("finished"))
                .map(cells -> new Article(cells.get(number), cells.get(price)))
                .toList();
    }

    private static Sheet sheet(String name) throws IOException {
        return demo().sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SheetsRead demo() {
        try {
            return SheetReader.folder(DEMO);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
