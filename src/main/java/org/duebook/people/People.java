package org.duebook.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duebook.shared.Language;
import org.duebook.shared.Remembered;
import org.duebook.shared.Saved;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door to users and API keys. Passwords are kept as bcrypt hashes, keys as SHA-256. */
@Service
public class People {

    /** The user {@link #ensureAdministrator} looks after. */
    public static final String ADMINISTRATOR = "admin";

    /** bcrypt reads no further. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int SHORTEST_PASSWORD = 8;

    /** How long a key still serves on other instances after it was revoked on one. */
    private static final Duration KEY = Duration.ofSeconds(2);

    private final Remembered<String, User> owners = new Remembered<>(KEY);
    private final UserRows rows;
    private final Clock clock;
    private final PasswordEncoder passwords = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();

    People(UserRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Makes sure that there is an administrator. A password from the environment is set, also when the user exists; without
     * one a missing administrator gets a made one, which is returned this one time. How long it is is the operator's choice.
     */
    @Transactional
    public Optional<String> ensureAdministrator(Optional<String> passwordFromEnvironment) {
        owners.forget();
        Optional<User> before = rows.find(ADMINISTRATOR);
        if (passwordFromEnvironment.isPresent()) {
            String wanted = passwordFromEnvironment.get();
            if (before.isEmpty() || !passwords.matches(wanted, before.get().passwordHash())) {
                rows.put(administrator(wanted));
            }
            return Optional.empty();
        }
        if (before.isPresent()) {
            return Optional.empty();
        }
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(12));
        return rows.insert(administrator(made)) ? Optional.of(made) : Optional.empty();
    }

    /** Adds a user; {@code UNCHANGED} when the name is taken, then nothing happens. */
    @Transactional
    public Saved addUser(String name, String password, Set<Role> roles) {
        return addUser(name, password, roles, Language.ENGLISH);
    }

    /** Adds a user for whom forms are printed in this language. */
    @Transactional
    public Saved addUser(String name, String password, Set<Role> roles, Language language) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("password has " + password.length() + " characters, wanted at least "
                    + SHORTEST_PASSWORD + "; choose a longer one");
        }
        return rows.insert(new User(name, hash(password), roles, language)) ? Saved.CREATED : Saved.UNCHANGED;
    }

    /** Every user by name. */
    @Transactional(readOnly = true)
    public List<User> users() {
        return rows.all();
    }

    @Transactional(readOnly = true)
    public Optional<User> findForLogin(String name) {
        return rows.find(name);
    }

    /** The language forms are printed in for a user; English for who is none. */
    @Transactional(readOnly = true)
    public Language languageOf(String name) {
        return rows.find(name).map(User::language).orElse(Language.ENGLISH);
    }

    /** Sets the language forms are printed in for a user; whether there is such a user. */
    @Transactional
    public boolean setLanguage(String name, Language language) {
        owners.forget();
        return rows.setLanguage(name, language);
    }

    /** Whether this is the user's password. */
    public boolean isPasswordOf(User user, String password) {
        return passwords.matches(password, user.passwordHash());
    }

    /** Issues a key (256 random bits) for a user and shows it this one time; empty when there is no such user. */
    @Transactional
    public Optional<String> issueKey(String user) {
        if (rows.find(user).isEmpty()) {
            return Optional.empty();
        }
        String prefix = "dbk_" + HexFormat.of().formatHex(bytes(4));
        String key = prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
        rows.insertKey(prefix, KeyHash.of(key), user, clock.instant());
        return Optional.of(key);
    }

    /** Keys of a user, newest first. */
    @Transactional(readOnly = true)
    public List<ApiKey> keys(String user) {
        return rows.keys(user);
    }

    /** The owner of a key that is not revoked; other instances learn of a revocation within two seconds. */
    public Optional<User> findByKey(String rawKey) {
        byte[] hash = KeyHash.of(rawKey);
        return owners.find(HexFormat.of().formatHex(hash), key -> rows.ownerOf(hash));
    }

    /** Revokes a key by its prefix, from now on; whether there was one to revoke. */
    public boolean revokeKey(String prefix) {
        boolean revoked = rows.revoke(prefix, clock.instant());
        owners.forget();
        return revoked;
    }

    private User administrator(String password) {
        return new User(ADMINISTRATOR, hash(password), EnumSet.allOf(Role.class), Language.ENGLISH);
    }

    private String hash(String password) {
        if (password.isBlank() || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new IllegalArgumentException("password has " + password.length()
                    + " characters, wanted something that is not blank and at most " + LONGEST_PASSWORD_BYTES
                    + " bytes; choose another (the administrator's is DUEBOOK_ADMIN_PASSWORD)");
        }
        return passwords.encode(password);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
