package org.duebook.plant;

import java.time.ZoneId;
import java.util.Currency;

/** The plant itself: its name, the zone its days are in, the currency it keeps its books in. */
public record PlantProfile(String name, ZoneId zone, Currency currency) {}
