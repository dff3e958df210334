package org.duebook.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt is slow by intent, and HTTP Basic sends the password with every request: a match is remembered for
 * {@link #MEMORY}, under a keyed hash of password and stored hash, so that a changed password is asked for at once. Misses
 * are never remembered.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

    static final Duration MEMORY = Duration.ofMinutes(2);
    private static final int MOST = 1000;

    private final PasswordEncoder slow;
    private final Clock clock;
    private final SecretKeySpec secret;
    private final Map<String, Instant> matched = new ConcurrentHashMap<>();

    RememberingPasswordEncoder(PasswordEncoder slow, Clock clock) {
        this.slow = slow;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        if (password == null || stored == null) {
            return false;
        }
        String key = key(password, stored);
        Instant now = clock.instant();
        Instant until = matched.get(key);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        if (!slow.matches(password, stored)) {
            return false;
        }
        if (matched.size() >= MOST) {
            matched.clear();
        }
        matched.put(key, now.plus(MEMORY));
        return true;
    }

    private String key(CharSequence password, String stored) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(stored.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no HmacSHA256", impossible);
        }
    }
}
