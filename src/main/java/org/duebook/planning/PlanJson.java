package org.duebook.planning;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.List;
import org.duebook.production.Proposal;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Planning's own JSON in jsonb columns: record components only, so that a method added to a value changes no row. */
@Component
class PlanJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
            .addMixIn(Binding.class, Typed.class)
            .addMixIn(Outlook.class, Untold.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A binding's kind is written beside it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Typed {}

    /** What may become of a place is no part of what was taken. */
    @JsonIgnoreType
    private interface Untold {}

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    List<Proposal> readProposals(String json) {
        return mapper.readValue(json, new TypeReference<List<Proposal>>() {});
    }

    List<PlacedOperation> readPlaced(String json) {
        return mapper.readValue(json, new TypeReference<List<PlacedOperation>>() {});
    }
}
