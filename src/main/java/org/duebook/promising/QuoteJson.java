package org.duebook.promising;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.List;
import org.duebook.orders.OrderDraft;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a quote's parts are kept as JSON. Only this module reads it: record components only, so that a
 * method added to a value changes no row; sealed types carry their simple name. */
final class QuoteJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
            .addMixIn(OrderVerdict.class, Sealed.class)
            .addMixIn(Hold.class, Sealed.class)
            .registerSubtypes(OrderVerdict.class.getPermittedSubclasses())
            .registerSubtypes(Hold.class.getPermittedSubclasses())
            .build();

    private QuoteJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static OrderDraft draft(String json) {
        return MAPPER.readValue(json, OrderDraft.class);
    }

    static List<QuotedLine> lines(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    static List<DatedRelease> releases(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    static OrderVerdict verdict(String json) {
        return MAPPER.readValue(json, OrderVerdict.class);
    }

    /** Writing a sealed type by its own class must carry the name too. */
    static String write(OrderVerdict verdict) {
        return MAPPER.writerFor(OrderVerdict.class).writeValueAsString(verdict);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Sealed {}
}
