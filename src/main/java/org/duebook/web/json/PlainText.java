package org.duebook.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Text as it may be stored and printed: a JSON string without control characters (line breaks and tabs apart) or half characters. */
final class PlainText extends StdDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
        }
        String text = parser.getString();
        if (text.codePoints().anyMatch(PlainText::isForbidden)) {
            return (String) context.handleWeirdStringValue(
                    String.class, text, "text without control characters or unpaired surrogates");
        }
        return text;
    }

    private static boolean isForbidden(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        boolean unpaired = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return unpaired || (Character.isISOControl(character) && !layout);
    }
}
