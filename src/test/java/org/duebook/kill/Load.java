package org.duebook.kill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duebook.kill.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Clients that enter orders, confirm quotes, report progress, import files and ask for planning runs, all at once. */
final class Load implements AutoCloseable {

    private static final int CLERKS = 3;
    private static final int ORDERS_PER_FILE = 10;
    private static final List<String> CUSTOMERS =
            List.of("K-1001", "K-1002", "K-1003", "K-1004", "K-1005", "K-1006", "K-1008");
    private static final List<String> ITEMS = List.of("AV-1010", "AV-1020", "AV-1040", "AV-1060", "AV-1070");

    private final List<Instance> instances;
    private final Acknowledged acknowledged;
    private final long seed;
    private final List<String> operations;
    private final Map<Thread, String> atWork = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLERKS + 1);
    private final List<Future<?>> working = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    /** @param operations operations of which several pieces may be reported */
    Load(List<Instance> instances, Acknowledged acknowledged, long seed, List<String> operations) {
        this.instances = instances;
        this.acknowledged = acknowledged;
        this.seed = seed;
        this.operations = operations;
    }

    /** One operation a machine, with so much to make that the load never makes it all: id and machine. */
    static List<String> operations(Client client) throws InterruptedException {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode order : client.get("/production-orders?limit=500").body().at("/items")) {
            JsonNode first = order.at("/operations/0");
            JsonNode machine = first.at("/machines/0/machine");
            if (order.at("/quantity/amount").asDouble() >= 60
                    && first.at("/status").asString().equals("PLANNED")
                    && !machine.isMissingNode()) {
                found.putIfAbsent(machine.asString(), first.at("/id").asString());
            }
        }
        return found.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
    }

    void begin() {
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            int number = clerk;
            working.add(threads.submit(() -> enter(number)));
        }
        working.add(threads.submit(this::plan));
    }

    /** What was being asked for at this moment. */
    List<String> inFlight() {
        return List.copyOf(atWork.values());
    }

    /** Lets everyone finish what he began. */
    void end() throws Exception {
        stop.countDown();
        for (Future<?> each : working) {
            each.get(5, TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        threads.shutdownNow();
    }

    private Void enter(int clerk) throws Exception {
        Client client = new Client(instances, clerk);
        Random random = new Random(seed * 31 + clerk);
        for (int n = 1; stop.getCount() > 0; n++) {
            String key = "clerk-" + clerk + "-" + n;
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> order(client, key, random);
                case 3, 4, 5 -> quoteAndConfirm(client, key, random);
                case 6, 7 -> progress(client, key, random);
                case 8 -> importFile(client, key, random);
                default -> again(client, random);
            }
            atWork.remove(Thread.currentThread());
        }
        return null;
    }

    private void order(Client client, String key, Random random) throws InterruptedException {
        atWork.put(Thread.currentThread(), "order");
        Answer answer = client.post("/orders", draft(key, random), key);
        if (expect(answer, 201, key)) {
            acknowledged.order(key, answer.body().at("/order/number").asString());
        }
    }

    private void quoteAndConfirm(Client client, String key, Random random) throws InterruptedException {
        atWork.put(Thread.currentThread(), "quote");
        Answer quote = client.post("/quotes", draft(key, random), key + "-quote");
        if (!expect(quote, 201, key)) {
            return;
        }
        String path = "/quotes/" + quote.body().at("/id").asString();
        client.post(path + "/hold", null, key + "-hold");
        atWork.put(Thread.currentThread(), "confirm");
        Answer confirmed = client.post(path + "/confirm", null, key);
        // A date somebody else took meanwhile is quoted again; then nothing was confirmed.
        if (confirmed.status() != 409 && confirmed.status() != 422 && expect(confirmed, 201, key)) {
            String number = confirmed.body().at("/order/number").asString();
            acknowledged.order(key, number);
            if (confirmed.body().at("/order/status").asString().equals("ACCEPTED")) {
                acknowledged.promise(
                        number,
                        confirmed.body().at("/order/lines/0/promise/current").asString());
            }
        }
    }

    private void progress(Client client, String key, Random random) throws InterruptedException {
        String[] operation = operations.get(random.nextInt(operations.size())).split(" ");
        atWork.put(Thread.currentThread(), "progress");
        Answer answer = client.post("/operations/" + operation[0] + "/progress", """
                {"machine": "%s", "good": {"amount": 1, "unit": "pcs"}}""".formatted(operation[1]), key);
        if (expect(answer, 200, key)) {
            acknowledged.good(operation[0]);
        }
    }

    private void importFile(Client client, String key, Random random) throws InterruptedException, IOException {
        Map<String, Integer> lines = new LinkedHashMap<>();
        StringBuilder orders =
                new StringBuilder("number,order_date,customer,type,channel,priority,delivery_term,currency\n");
        StringBuilder content = new StringBuilder("order,line,item,quantity,unit,requested_date,tolerances_accepted\n");
        for (int n = 1; n <= ORDERS_PER_FILE; n++) {
            String number = ("IMP-" + key + "-" + n).toUpperCase(Locale.ROOT);
            lines.put(number, 2);
            orders.append("%s,%s,%s,standard,email,5,delivered,EUR\n"
                    .formatted(number, LocalDate.now(), any(CUSTOMERS, random)));
            for (int line = 1; line <= 2; line++) {
                content.append("%s,%d,%s,%d,pcs,%s,yes\n"
                        .formatted(number, line, any(ITEMS, random), 1 + random.nextInt(20), day(random)));
            }
        }
        atWork.put(Thread.currentThread(), "import");
        String boundary = "-----duebook-" + key;
        Answer answer = client.send(
                "POST",
                "/imports",
                form(boundary, zip(orders, content)),
                "multipart/form-data; boundary=" + boundary,
                key);
        if (expect(answer, 200, key)) {
            acknowledged.imported(lines);
        }
    }

    /** A key that was answered is answered the same again. */
    private void again(Client client, Random random) throws InterruptedException {
        List<String> keys = acknowledged.orders.keySet().stream()
                .filter(key -> key.startsWith("repeat-"))
                .sorted()
                .toList();
        String key = keys.isEmpty() || random.nextBoolean() ? "repeat-" + random.nextInt(1_000_000) : any(keys, random);
        Answer answer = client.post("/orders", draft(key, new Random(key.hashCode())), key);
        if (expect(answer, 201, key)) {
            acknowledged.order(key, answer.body().at("/order/number").asString());
        }
    }

    private Void plan() throws Exception {
        Client client = new Client(instances, 0);
        for (int n = 1; stop.getCount() > 0; n++) {
            atWork.put(Thread.currentThread(), "planning run");
            String key = "run-" + n;
            Answer answer = client.post("/planning-runs", "{\"limitSeconds\": 5, \"publishWhenDone\": true}", key);
            if (expect(answer, 202, key)) {
                String id = answer.body().at("/id").asString();
                acknowledged.run(id);
                Client watching = new Client(instances, 1);
                boolean stopped = false;
                while (!stopped && !isOver(watching, id)) {
                    stopped = stop.await(200, TimeUnit.MILLISECONDS);
                }
            }
            atWork.remove(Thread.currentThread());
        }
        return null;
    }

    static boolean isOver(Client client, String run) throws InterruptedException {
        String status = client.get("/planning-runs/" + run).body().at("/status").asString();
        return !status.equals("WAITING") && !status.equals("RUNNING");
    }

    private boolean expect(Answer answer, int wanted, String key) {
        if (answer.status() == wanted) {
            return true;
        }
        acknowledged.faults.add(key + " was answered " + answer.status() + " " + answer.body());
        return false;
    }

    private static String draft(String key, Random random) {
        return """
                {"customer": "%s", "customerReference": "%s", "lines": [
                {"item": "%s", "quantity": {"amount": %d, "unit": "pcs"}, "requested": "%s", "tolerancesAccepted": true}]}""".formatted(any(CUSTOMERS, random), key, any(ITEMS, random), 1 + random.nextInt(40), day(random));
    }

    private static LocalDate day(Random random) {
        return LocalDate.now().plusDays(50 + random.nextInt(40));
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] zip(StringBuilder orders, StringBuilder lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("orders.csv"));
            zip.write(orders.toString().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("order-lines.csv"));
            zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] form(String boundary, byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.write(file);
        bytes.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
