package org.duebook.promising;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.planning.ReleaseEnd;
import org.duebook.planning.ReleaseOutlook;
import org.duebook.shared.OrderLineId;

/**
 * When production of a release ends.
 *
 * @param end by plan
 * @param surely by when it has ended with a confidence; never before it does by plan
 */
record LikelyEnd(OrderLineId line, int release, Instant end, Instant surely) {

    /** @param outlooks of the same releases, from which only the time that is left behind the planned end is taken */
    static List<LikelyEnd> of(List<ReleaseEnd> ends, List<ReleaseOutlook> outlooks, Confidence confidence) {
        Map<ReleaseId, Duration> buffers = new HashMap<>();
        outlooks.forEach(each -> buffers.put(
                new ReleaseId(each.line(), each.release()), each.outlook().buffer(confidence.share())));
        return ends.stream()
                .map(each -> {
                    ReleaseId id = new ReleaseId(each.line(), each.release());
                    Duration buffer = buffers.getOrDefault(id, Duration.ZERO);
                    return new LikelyEnd(
                            each.line(), each.release(), each.end(), each.end().plus(buffer));
                })
                .toList();
    }
}
