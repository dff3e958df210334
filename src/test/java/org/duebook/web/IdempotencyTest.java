package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class IdempotencyTest {

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void twoHundredPostsWithTwentyKeysMakeTwentyOrders() throws Exception {
        Set<String> numbers = new ConcurrentSkipListSet<>();
        List<Callable<Void>> posts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int key = i % 20;
            posts.add(() -> {
                numbers.add(enterUntilAnswered("burst-" + key, order("burst " + key)));
                return null;
            });
        }

        try (ExecutorService clients = Executors.newFixedThreadPool(40)) {
            for (Future<Void> done : clients.invokeAll(posts)) {
                done.get();
            }
        }

        assertThat(numbers).hasSize(20);
        assertThat(ordersWith("burst %")).isEqualTo(20);
    }

    @Test
    void sameKeyAndBodyGiveTheSameAnswerAgain() {
        Api.Answer first = api.post("sales", "/orders", order("again"), "Idempotency-Key", "again")
                .is(201);

        Api.Answer second = api.post("sales", "/orders", order("again"), "Idempotency-Key", "again")
                .is(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(ordersWith("again")).isOne();
    }

    @Test
    void sameKeyWithOtherBodyIsRefused() {
        api.post("sales", "/orders", order("one"), "Idempotency-Key", "other").is(201);

        Api.Answer answer = api.post("sales", "/orders", order("two"), "Idempotency-Key", "other");

        answer.isProblem(422, "Idempotency-Key");
        assertThat(ordersWith("two")).isZero();
    }

    @Test
    void sameKeyOfAnotherUserIsAnotherKey() {
        api.post("sales", "/orders", order("mine"), "Idempotency-Key", "shared").is(201);

        api.post("boss", "/orders", order("theirs"), "Idempotency-Key", "shared")
                .is(201);

        assertThat(ordersWith("theirs")).isOne();
    }

    @Test
    void refusedRequestMayBeCorrectedUnderItsKey() {
        String broken = order("corrected").replace("\"amount\":1", "\"amount\":\"one\"");
        api.post("sales", "/orders", broken, "Idempotency-Key", "correct").isProblem(400, "lines[0].quantity.amount");

        api.post("sales", "/orders", order("corrected"), "Idempotency-Key", "correct")
                .is(201);

        assertThat(ordersWith("corrected")).isOne();
    }

    @Test
    void withoutAKeyEachRequestIsANewOne() {
        api.post("sales", "/orders", order("no key")).is(201);
        api.post("sales", "/orders", order("no key")).is(201);

        assertThat(ordersWith("no key")).isEqualTo(2);
    }

    @Test
    void keyThatIsNoneIsRefused() {
        api.post("sales", "/orders", order("long"), "Idempotency-Key", "k".repeat(300))
                .isProblem(400, "Idempotency-Key");
    }

    @Test
    void keyUnderWayElsewhereIsAConflict() throws Exception {
        try (var connection = jdbcConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(
                    "select pg_advisory_xact_lock(('x' || encode(substring(sha256(convert_to(?, 'UTF8')) for 8), 'hex'))::bit(64)::bigint)")) {
                lock.setString(1, "idempotency\nsales\nbusy");
                lock.execute();
            }

            Api.Answer answer = api.post("sales", "/orders", order("busy"), "Idempotency-Key", "busy");

            answer.isProblem(409, "Idempotency-Key");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            connection.rollback();
        }
        api.post("sales", "/orders", order("busy"), "Idempotency-Key", "busy").is(201);
    }

    private Connection jdbcConnection() throws SQLException {
        return dataSource.getConnection();
    }

    @Autowired
    private javax.sql.DataSource dataSource;

    private String enterUntilAnswered(String key, String order) {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < until) {
            Api.Answer answer = api.post("sales", "/orders", order, "Idempotency-Key", key);
            if (answer.status() != 409) {
                return answer.is(201).json().at("/order/number").asString();
            }
        }
        throw new AssertionError("key " + key + " stayed in flight");
    }

    private int ordersWith(String reference) {
        return jdbc.sql("select count(*) from customer_order where customer_reference like :reference")
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    private static String order(String reference) {
        return """
                {"customer":"K-1","customerReference":"%s","lines":[
                {"item":"PUMP","quantity":{"amount":1,"unit":"pcs"},"requested":"2026-03-20"}]}""".formatted(reference);
    }
}
