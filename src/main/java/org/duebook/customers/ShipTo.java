package org.duebook.customers;

/** A place a customer is delivered to. {@code transitDays} are calendar days on the road, 0 to 90. */
public record ShipTo(String code, String name, String address, String country, int transitDays) {

    public ShipTo {
        if (transitDays < 0 || transitDays > 90) {
            throw new IllegalArgumentException(
                    "transit days of ship-to " + code + " are " + transitDays + ", wanted 0 to 90");
        }
    }
}
