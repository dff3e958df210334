package org.duebook.policy.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import tools.jackson.databind.json.JsonMapper;

/** How facts and verdicts are kept as JSON: record components only; sealed types carry their simple name. */
final class LedgerJson {

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

    private LedgerJson() {}

    static String write(OrderFacts facts) {
        return MAPPER.writeValueAsString(facts);
    }

    static OrderFacts facts(String json) {
        return MAPPER.readValue(json, OrderFacts.class);
    }

    /** Writing a sealed type by its own class must carry the name too. */
    static String write(OrderVerdict verdict) {
        return MAPPER.writerFor(OrderVerdict.class).writeValueAsString(verdict);
    }

    static OrderVerdict verdict(String json) {
        return MAPPER.readValue(json, OrderVerdict.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Sealed {}
}
