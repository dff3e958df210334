package org.duebook.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Days and instants as ISO 8601 text only, in years 1900 to 2999. */
final class IsoText<T> extends StdDeserializer<T> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final Class<T> type;
    private final transient Function<String, T> reader;
    private final String wanted;

    private IsoText(Class<T> type, Function<String, T> reader, String wanted) {
        super(type);
        this.type = type;
        this.reader = reader;
        this.wanted = wanted;
    }

    static IsoText<LocalDate> day() {
        return new IsoText<>(LocalDate.class, text -> inRange(LocalDate.parse(text)), "a day such as 2026-01-05");
    }

    static IsoText<Instant> instant() {
        return new IsoText<>(
                Instant.class,
                text -> {
                    OffsetDateTime time = OffsetDateTime.parse(text);
                    inRange(time.toLocalDate());
                    return time.toInstant();
                },
                "an instant with zone such as 2026-01-05T08:00:00Z");
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
        }
        String text = parser.getString();
        try {
            return reader.apply(text);
        } catch (DateTimeException unreadable) {
            return type.cast(context.handleWeirdStringValue(type, text, wanted));
        }
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException(day + " is outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }
}
