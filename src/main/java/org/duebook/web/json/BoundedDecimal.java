package org.duebook.web.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A decimal of at most 18 digits, 6 of them after the point: a short text such as {@code 1e999999999} must not become a huge number. */
final class BoundedDecimal extends StdDeserializer<BigDecimal> {

    private static final int DIGITS = 18;
    private static final int FRACTION = 6;

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(context.constructType(BigDecimal.class), parser);
        }
        BigDecimal decimal = parser.getDecimalValue();
        long wholeDigits = (long) decimal.precision() - decimal.scale();
        if (decimal.precision() > DIGITS || decimal.scale() > FRACTION || wholeDigits > DIGITS) {
            return (BigDecimal) context.handleWeirdNumberValue(
                    BigDecimal.class, decimal, "a decimal of at most 18 digits, 6 of them after the point");
        }
        return decimal;
    }
}
