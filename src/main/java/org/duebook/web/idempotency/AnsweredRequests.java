package org.duebook.web.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers given to keyed requests, for {@link #RETENTION}; each one stored takes a few expired ones away, so that no job
 * is needed. Works inside the caller's transaction.
 */
@Repository
class AnsweredRequests {

    /** How long a repeated request gets its first answer again. */
    static final Duration RETENTION = Duration.ofDays(7);

    private static final int EXPIRED_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    AnsweredRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer as it was sent. {@code requestHash} is of method, address and content. */
    record Answer(
            byte[] requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    /** Keeps everybody else away from this key until the transaction ends; false when somebody is at it. */
    boolean lock(String owner, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", number(owner, key))
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(String owner, String key) {
        return jdbc.sql("""
                        select request_hash, status, content_type, location, etag, body
                        from answered_request where owner = :owner and key = :key and answered_at > :oldest""")
                .param("owner", owner)
                .param("key", key)
                .param("oldest", Timestamp.from(oldest()))
                .query(AnsweredRequests::answer)
                .optional();
    }

    void keep(String owner, String key, Answer answer) {
        jdbc.sql("""
                        insert into answered_request
                            (owner, key, request_hash, status, content_type, location, etag, body, answered_at)
                        values (:owner, :key, :hash, :status, :type, :location, :etag, :body, :at)
                        on conflict (owner, key) do update set request_hash = excluded.request_hash,
                            status = excluded.status, content_type = excluded.content_type,
                            location = excluded.location, etag = excluded.etag, body = excluded.body,
                            answered_at = excluded.answered_at""")
                .param("owner", owner)
                .param("key", key)
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        forgetExpired();
    }

    private void forgetExpired() {
        jdbc.sql("""
                        delete from answered_request where (owner, key) in (
                            select owner, key from answered_request where answered_at <= :oldest
                            order by answered_at limit :most for update skip locked)""")
                .param("oldest", Timestamp.from(oldest()))
                .param("most", EXPIRED_AT_ONCE)
                .update();
    }

    private Instant oldest() {
        return clock.instant().minus(RETENTION);
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getBytes("request_hash"),
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body"));
    }

    private static long number(String owner, String key) {
        return ByteBuffer.wrap(Sha256.of(("idempotency\n" + owner + "\n" + key).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
