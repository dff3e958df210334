package org.duebook.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.Judgement;
import org.duebook.policy.Policies;
import org.duebook.policy.Replay;
import org.duebook.policy.RuleChange;
import org.duebook.policy.WriteBackOutcome;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.RuleVersionsApi;
import org.duebook.web.api.model.ReplayedJudgementDto;
import org.duebook.web.api.model.ReplayedOrderDto;
import org.duebook.web.api.model.RuleDifferenceDto;
import org.duebook.web.api.model.RuleFileContentDto;
import org.duebook.web.api.model.RuleInstanceDto;
import org.duebook.web.api.model.RuleInstanceListDto;
import org.duebook.web.api.model.RuleRollbackDto;
import org.duebook.web.api.model.RuleVersionDto;
import org.duebook.web.api.model.RuleVersionFilesDto;
import org.duebook.web.api.model.RuleVersionListDto;
import org.duebook.web.api.model.RuleWithdrawalDto;
import org.duebook.web.api.model.RulesPublishedDto;
import org.duebook.web.api.model.RulesWrittenBackDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class RuleVersionsController implements RuleVersionsApi {

    private static final String VERSION = "a version that was published once";

    private final Policies policies;
    private final SignedIn signedIn;

    RuleVersionsController(Policies policies, SignedIn signedIn) {
        this.policies = policies;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<RuleVersionListDto> listRuleVersions() {
        return ResponseEntity.ok(new RuleVersionListDto(Values.each(policies.versions(), VersionViews::view)));
    }

    @Override
    public ResponseEntity<RuleVersionFilesDto> getRuleVersion(String version) {
        Map<String, byte[]> files =
                policies.files(version).orElseThrow(() -> Refusal.unknown("version", version, VERSION));
        return ResponseEntity.ok(new RuleVersionFilesDto(
                version,
                files.entrySet().stream()
                        .map(file -> new RuleFileContentDto(file.getKey(), file.getValue()))
                        .toList()));
    }

    @Override
    public ResponseEntity<RuleDifferenceDto> compareRuleVersions(String from, String to) {
        return ResponseEntity.ok(VersionViews.view(policies.difference(from, to).orElseThrow(() -> {
            boolean knowsFrom = policies.files(from).isPresent();
            return Refusal.unknown(knowsFrom ? "to" : "from", knowsFrom ? to : from, VERSION);
        })));
    }

    @Override
    public ResponseEntity<RuleDifferenceDto> compareRuleDraft(
            @Nullable List<MultipartFile> files, @Nullable String removed) {
        return ResponseEntity.ok(VersionViews.view(policies.difference(changed(files, removed))));
    }

    @Override
    public ResponseEntity<RulesPublishedDto> publishRules(
            String basedOn,
            String comment,
            @Nullable String effectiveFrom,
            @Nullable List<MultipartFile> files,
            @Nullable String removed) {
        checkComment(comment);
        RuleChange change = new RuleChange(basedOn, changed(files, removed), comment, moment(effectiveFrom));
        return ResponseEntity.ok(VersionViews.view(policies.publish(change, signedIn.actor())));
    }

    @Override
    public ResponseEntity<RulesPublishedDto> rollBackRules(RuleRollbackDto wanted) {
        checkComment(wanted.getComment());
        return ResponseEntity.ok(
                VersionViews.view(policies.rollback(wanted.getVersion(), wanted.getComment(), signedIn.actor())));
    }

    @Override
    public ResponseEntity<RuleVersionDto> withdrawRules(RuleWithdrawalDto wanted) {
        return ResponseEntity.ok(policies.withdraw(wanted.getPublication(), signedIn.actor())
                .map(VersionViews::view)
                .orElseThrow(() -> Refusal.conflict(new Fault(
                        "publication",
                        wanted.getPublication().toString(),
                        "the publication that is scheduled",
                        "look it up at /rule-sets/versions; what decides already is rolled back"))));
    }

    @Override
    public ResponseEntity<RulesWrittenBackDto> writeRulesBack(Boolean force) {
        return switch (policies.writeBack(force, signedIn.actor())) {
            case WriteBackOutcome.Written written ->
                ResponseEntity.ok(new RulesWrittenBackDto(written.version(), written.files()));
            case WriteBackOutcome.Edited edited ->
                throw Refusal.conflict(new Fault(
                        "folder",
                        "edits in " + String.join(", ", edited.files()),
                        "a folder without edits that were not published",
                        "publish or undo them, or say force=true to lose them"));
        };
    }

    @Override
    public ResponseEntity<RuleInstanceListDto> listRuleInstances() {
        return ResponseEntity.ok(new RuleInstanceListDto(Values.each(
                policies.instances(),
                instance -> new RuleInstanceDto(
                        instance.name(),
                        instance.version(),
                        instance.publication(),
                        instance.runningSince(),
                        instance.seenAt(),
                        instance.self()))));
    }

    @Override
    public ResponseEntity<ReplayedOrderDto> replayOrder(String number) {
        List<Judgement> judgements = policies.judgements(new OrderNumber(number));
        if (judgements.isEmpty()) {
            throw Refusal.unknown("number", number, "an order the rules judged");
        }
        return ResponseEntity.ok(new ReplayedOrderDto(
                number, Values.each(policies.replay(judgements), RuleVersionsController::replayed)));
    }

    private static ReplayedJudgementDto replayed(Replay of) {
        return new ReplayedJudgementDto(
                        of.judgement().at(), of.judgement().verdict().ruleSet(), of.isSame())
                .again(of.again().map(OrderViews::verdict).orElse(null));
    }

    private static void checkComment(String comment) {
        RuleChange.wrong(comment).ifPresent(fault -> {
            throw Refusal.unprocessable(List.of(fault));
        });
    }

    private static Map<String, Optional<byte[]>> changed(
            @Nullable List<MultipartFile> files, @Nullable String removed) {
        Map<String, Optional<byte[]>> changed = new HashMap<>();
        RuleSetsController.content(files == null ? List.of() : files)
                .forEach((path, bytes) -> changed.put(path, Optional.of(bytes)));
        Arrays.stream((removed == null ? "" : removed).split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .forEach(path -> {
                    RuleSetsController.checkPath("removed", path);
                    changed.putIfAbsent(path, Optional.empty());
                });
        return changed;
    }

    private static Optional<Instant> moment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            throw Refusal.unprocessable(
                    "effectiveFrom", text, "a moment such as 2026-04-01T00:00:00+02:00", "correct it");
        }
    }
}
