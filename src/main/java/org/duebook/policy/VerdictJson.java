package org.duebook.policy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.json.JsonMapper;

/**
 * How verdicts, and records that hold them, are kept as JSON: record components only, so that a method added to a value
 * changes no row; sealed types carry their simple name.
 */
public final class VerdictJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
            .addMixIn(OrderVerdict.class, Sealed.class)
            .addMixIn(Hold.class, Sealed.class)
            .registerSubtypes(OrderVerdict.class.getPermittedSubclasses())
            .registerSubtypes(Hold.class.getPermittedSubclasses())
            .build();

    private VerdictJson() {}

    /** Writing a sealed type by its own class must carry the name too. */
    public static String write(OrderVerdict verdict) {
        return MAPPER.writerFor(OrderVerdict.class).writeValueAsString(verdict);
    }

    public static OrderVerdict read(String json) {
        return MAPPER.readValue(json, OrderVerdict.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Sealed {}
}
