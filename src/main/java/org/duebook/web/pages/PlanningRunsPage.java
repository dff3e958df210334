package org.duebook.web.pages;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.duebook.planning.PublishOutcome;
import org.duebook.shared.Actor;
import org.duebook.web.RunEvents;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Runs of the solver: start, watch, stop, publish. */
@Controller
class PlanningRunsPage {

    private static final int RUNS_SHOWN = 20;
    private static final int LONGEST_SECONDS = 3600;

    private final Planning planning;
    private final RunEvents events;

    PlanningRunsPage(Planning planning, RunEvents events) {
        this.planning = planning;
        this.events = events;
    }

    @GetMapping("/planning-runs")
    String show(Model model) {
        return show("20", true, new Entry(), model);
    }

    /** The table alone, fetched again when a run is over. */
    @GetMapping("/planning-runs/table")
    String table(Model model) {
        fill(model);
        return "planning-runs :: runs";
    }

    /** How a run goes, each second until it is over. */
    @GetMapping(path = "/planning-runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(@PathVariable UUID id, @ModelAttribute("say") Wording say) {
        return ResponseEntity.of(planning.run(id).map(run -> events.follow(run, now -> view(now, say))));
    }

    private RunView view(PlanningRun run, Wording say) {
        boolean published = planning.standing()
                .map(Planning.Standing::schedule)
                .filter(schedule -> schedule.equals(run.schedule()))
                .isPresent();
        return RunView.of(run, published, say);
    }

    @PostMapping("/planning-runs")
    String start(
            @RequestParam(defaultValue = "") String seconds,
            @RequestParam(defaultValue = "false") boolean publish,
            @RequestParam(defaultValue = "planning-runs") String back,
            Principal who,
            Model model) {
        Entry entry = new Entry();
        String wanted = "whole seconds from 1 to " + LONGEST_SECONDS;
        int limit =
                entry.required("seconds", seconds, wanted, Integer::parseInt).orElse(0);
        if (entry.faults().isEmpty() && (limit < 1 || limit > LONGEST_SECONDS)) {
            entry.refuse("seconds", seconds, wanted, "correct it");
        }
        if (!entry.faults().isEmpty()) {
            return show(seconds, publish, entry, model);
        }
        planning.start(Duration.ofSeconds(limit), publish, new Actor(who.getName()));
        return goBack(back);
    }

    private static String goBack(String page) {
        return page.equals("schedule") ? "redirect:/schedule" : "redirect:/planning-runs";
    }

    @PostMapping("/planning-runs/{id}/stop")
    String stop(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "planning-runs") String back,
            RedirectAttributes flash) {
        if (planning.stop(id).isPresent()) {
            flash.addFlashAttribute("done", "The run stops and keeps its best plan.");
        } else {
            flash.addFlashAttribute("wrong", "There is no such run.");
        }
        return goBack(back);
    }

    @PostMapping("/planning-runs/schedules/{schedule}/publish")
    String publish(
            @PathVariable UUID schedule,
            @RequestParam(defaultValue = "planning-runs") String back,
            @ModelAttribute("say") Wording say,
            Principal who,
            RedirectAttributes flash) {
        switch (planning.publish(schedule, new Actor(who.getName()))) {
            case PublishOutcome.Published published ->
                flash.addFlashAttribute(
                        "done",
                        "The schedule is published: "
                                + say.number(published.schedule().figures().operations()) + " operations.");
            case PublishOutcome.Refused refused ->
                flash.addFlashAttribute("wrong", "Not published: " + String.join("; ", refused.reasons()));
            case PublishOutcome.Unknown unknown -> flash.addFlashAttribute("wrong", "There is no such schedule.");
        }
        return goBack(back);
    }

    private String show(String seconds, boolean publish, Entry entry, Model model) {
        model.addAttribute("faults", entry.faults());
        model.addAttribute("seconds", seconds);
        model.addAttribute("publish", publish);
        fill(model);
        return "planning-runs";
    }

    private void fill(Model model) {
        List<PlanningRun> runs = planning.runs(RUNS_SHOWN);
        model.addAttribute("runs", runs);
        model.addAttribute(
                "run",
                runs.stream()
                        .filter(run -> !run.status().isOver())
                        .map(PlanningRun::id)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "publishedId",
                planning.standing().map(Planning.Standing::schedule).orElse(null));
    }
}
