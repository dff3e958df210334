package org.duebook.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A fingerprint of what an order asks for: equal when items, quantities and days are, whatever the order of the lines. */
final class OrderContent {

    private OrderContent() {}

    static String of(CustomerOrder order) {
        String asked = order.lines().stream()
                .flatMap(line -> line.releases().stream()
                        .map(part -> line.item() + " " + part.quantity() + " " + part.requested()))
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
