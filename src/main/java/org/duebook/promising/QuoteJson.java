package org.duebook.promising;

import java.util.List;
import org.duebook.orders.OrderDraft;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.VerdictJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a quote's parts are kept as JSON; only this module reads it. */
final class QuoteJson {

    private static final JsonMapper MAPPER = VerdictJson.MAPPER;

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
        return VerdictJson.read(json);
    }

    static String write(OrderVerdict verdict) {
        return VerdictJson.write(verdict);
    }
}
