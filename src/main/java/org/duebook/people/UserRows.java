package org.duebook.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of users and their keys. */
@Repository
class UserRows {

    private final JdbcClient jdbc;

    UserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<User> find(String name) {
        return jdbc.sql("select * from app_user where name = :name")
                .param("name", name)
                .query((row, n) -> user(row))
                .optional();
    }

    List<User> all() {
        return jdbc.sql("select * from app_user order by name")
                .query((row, n) -> user(row))
                .list();
    }

    /** False when the name is taken. */
    boolean insert(User user) {
        return save(user, "do nothing") == 1;
    }

    void put(User user) {
        save(user, "do update set password_hash = excluded.password_hash, roles = excluded.roles");
    }

    private int save(User user, String onConflict) {
        return jdbc.sql("""
                insert into app_user (name, password_hash, roles, language) values (:name, :hash, :roles, :language)
                on conflict (name)
                """ + onConflict)
                .param("name", user.name())
                .param("hash", user.passwordHash())
                .param("roles", user.roles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("language", user.language().code())
                .update();
    }

    /** Whether there is such a user. */
    boolean setLanguage(String name, Language language) {
        return jdbc.sql("update app_user set language = :language where name = :name")
                        .param("language", language.code())
                        .param("name", name)
                        .update()
                == 1;
    }

    void insertKey(String prefix, byte[] hash, String owner, Instant at) {
        jdbc.sql("insert into api_key (prefix, key_hash, owner, issued_at) values (:prefix, :hash, :owner, :at)")
                .param("prefix", prefix)
                .param("hash", hash)
                .param("owner", owner)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ApiKey> keys(String owner) {
        return jdbc.sql("select * from api_key where owner = :owner order by issued_at desc, prefix")
                .param("owner", owner)
                .query((row, n) -> key(row))
                .list();
    }

    Optional<User> ownerOf(byte[] hash) {
        return jdbc.sql("""
                select app_user.* from api_key join app_user on app_user.name = api_key.owner
                where api_key.key_hash = :hash and api_key.revoked_at is null""").param("hash", hash).query((row, n) -> user(row)).optional();
    }

    boolean revoke(String prefix, Instant at) {
        return jdbc.sql("update api_key set revoked_at = :at where prefix = :prefix and revoked_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("prefix", prefix)
                        .update()
                == 1;
    }

    private static User user(ResultSet row) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new User(
                row.getString("name"),
                row.getString("password_hash"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()),
                Language.ofCode(row.getString("language")).orElseThrow());
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ApiKey(
                row.getString("prefix"),
                row.getString("owner"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
