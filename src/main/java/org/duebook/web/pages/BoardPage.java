package org.duebook.web.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** What the script of the planner's board asks for. */
@RestController
class BoardPage {

    private final BoardFeedReader feeds;
    private final Planning planning;
    private final JsonMapper json;

    BoardPage(BoardFeedReader feeds, Planning planning, JsonMapper json) {
        this.feeds = feeds;
        this.planning = planning;
        this.json = json;
    }

    /** The whole board. Its weak ETag leaves Tomcat free to compress it. */
    @GetMapping(path = "/schedule/board", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> board(WebRequest request) {
        Optional<BoardFeed> feed = feeds.read();
        if (feed.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        byte[] body = json.writeValueAsString(feed.get()).getBytes(StandardCharsets.UTF_8);
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        CacheControl ask = CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(ask).build();
        }
        return ResponseEntity.ok().eTag(tag).cacheControl(ask).body(body);
    }

    /** Which plan is in force and which run is under way, for pages that stay open. */
    @GetMapping(path = "/schedule/standing", produces = MediaType.APPLICATION_JSON_VALUE)
    Standing standing() {
        Optional<Planning.Standing> plan = planning.standing();
        return new Standing(
                plan.map(each -> each.schedule().toString()).orElse(null),
                plan.map(Planning.Standing::sequence).orElse(0L),
                planning.runs(1).stream()
                        .filter(run -> !run.status().isOver())
                        .map(PlanningRun::id)
                        .map(Object::toString)
                        .findFirst()
                        .orElse(null));
    }

    /** @param run the run under way; null when there is none */
    record Standing(
            @Nullable String schedule,
            long sequence,
            @Nullable String run) {}
}
