package org.duebook.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duebook.shared.Saved;
import org.springframework.stereotype.Service;

/** Door to users and API keys. Passwords are kept as bcrypt hashes, keys as SHA-256. */
@Service
public class People {

    /** The user {@link #ensureAdministrator} looks after. */
    public static final String ADMINISTRATOR = "admin";

    /**
     * Makes sure that there is an administrator. A password from the environment is set, also when the user exists; without
     * one a missing administrator gets a made one, which is returned this one time.
     */
    public Optional<String> ensureAdministrator(Optional<String> passwordFromEnvironment) {
        throw new UnsupportedOperationException();
    }

    /** Adds a user; {@code UNCHANGED} when the name is taken, then nothing happens. */
    public Saved addUser(String name, String password, Set<Role> roles) {
        throw new UnsupportedOperationException();
    }

    /** Every user by name. */
    public List<User> users() {
        throw new UnsupportedOperationException();
    }

    public Optional<User> findForLogin(String name) {
        throw new UnsupportedOperationException();
    }

    /** Issues a key (256 random bits) for a user and shows it this one time; empty when there is no such user. */
    public Optional<String> issueKey(String user) {
        throw new UnsupportedOperationException();
    }

    /** Keys of a user, newest first. */
    public List<ApiKey> keys(String user) {
        throw new UnsupportedOperationException();
    }

    /** The owner of a key that is not revoked. */
    public Optional<User> findByKey(String rawKey) {
        throw new UnsupportedOperationException();
    }

    /** Revokes a key by its prefix; whether there was one to revoke. */
    public boolean revokeKey(String prefix) {
        throw new UnsupportedOperationException();
    }
}
