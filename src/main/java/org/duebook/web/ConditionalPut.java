package org.duebook.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.duebook.shared.Fault;
import org.duebook.shared.Saved;
import org.duebook.web.json.StrictJson;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts under a condition: the ETag is a hash of the representation, so that no table needs a version column, and a lock on
 * the address makes compare and put one step among the API's users.
 */
@Component
class ConditionalPut {

    private static final int ETAG_BYTES = 12;

    private final StrictJson json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ConditionalPut(StrictJson json, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The answer to a read, with its ETag. */
    <T> ResponseEntity<T> read(T representation) {
        return ResponseEntity.ok().eTag(etag(representation)).body(representation);
    }

    /**
     * @param address names what is put, such as {@code customers/K-1003}
     * @param current how it is represented now; empty when it is new
     */
    <T> ResponseEntity<T> put(
            String address, @Nullable String ifMatch, Supplier<Optional<T>> current, Supplier<Saved> put) {
        ResponseEntity<T> answer = transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
                    .param("address", "put " + address)
                    .query()
                    .listOfRows();
            check(ifMatch, current.get().map(this::etag).orElse(null));
            Saved saved = put.get();
            T now = current.get().orElseThrow(() -> new IllegalStateException(address + " was put and is not there"));
            return ResponseEntity.ok()
                    .eTag(etag(now))
                    .header("Saved", saved.name())
                    .body(now);
        });
        return answer;
    }

    private static void check(@Nullable String ifMatch, @Nullable String etag) {
        if (ifMatch == null) {
            if (etag != null) {
                throw new Refusal(
                        HttpStatus.PRECONDITION_REQUIRED,
                        new Fault("If-Match", "nothing", etag, "read it and send its ETag"));
            }
            return;
        }
        boolean matches = etag != null
                && Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(wanted -> wanted.equals("*") || wanted.equals(etag));
        if (!matches) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    new Fault(
                            "If-Match",
                            ifMatch,
                            etag == null ? "no condition, since it is new" : etag,
                            "read it again and repeat the change"));
        }
    }

    private String etag(Object representation) {
        byte[] text = json.mapper().writeValueAsString(representation).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JDK has no SHA-256", impossible);
        }
    }
}
