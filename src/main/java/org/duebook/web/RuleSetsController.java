package org.duebook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duebook.policy.BackTestOutcome;
import org.duebook.policy.CheckReport;
import org.duebook.policy.Judgement;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.Policies;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleSetStatus;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.RuleSetsApi;
import org.duebook.web.api.model.BackTestDto;
import org.duebook.web.api.model.BackTestedOrderDto;
import org.duebook.web.api.model.FactUsedDto;
import org.duebook.web.api.model.FailedRulesDto;
import org.duebook.web.api.model.RefusedRulesDto;
import org.duebook.web.api.model.RuleFaultDto;
import org.duebook.web.api.model.RuleFileDto;
import org.duebook.web.api.model.RuleFolderDto;
import org.duebook.web.api.model.RuleNoteDto;
import org.duebook.web.api.model.RuleReportDto;
import org.duebook.web.api.model.RuleRowDto;
import org.duebook.web.api.model.RuleSetDto;
import org.duebook.web.api.model.RulesReloadedDto;
import org.duebook.web.api.model.ScenarioFailureDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class RuleSetsController implements RuleSetsApi {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*[.][a-z]+");

    private final Policies policies;
    private final SignedIn signedIn;

    RuleSetsController(Policies policies, SignedIn signedIn) {
        this.policies = policies;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<RuleSetDto> getRuleSet() {
        RuleSetStatus status = policies.status();
        RefusedRulesDto refused = status.rejected()
                .map(rejected -> new RefusedRulesDto(rejected.at(), view(rejected.report())))
                .orElse(null);
        return ResponseEntity.ok(new RuleSetDto(
                        status.version(),
                        status.since(),
                        status.by().name(),
                        status.rules(),
                        Values.each(status.files(), file -> new RuleFileDto(file.path(), file.hash(), file.bytes())),
                        new RuleFolderDto(
                                status.folder().standsFor(), status.folder().edited()))
                .refused(refused)
                .waiting(status.waiting().map(VersionViews::view).orElse(null))
                .failed(status.failed()
                        .map(failed -> new FailedRulesDto(failed.at(), view(failed.report())))
                        .orElse(null)));
    }

    @Override
    public ResponseEntity<RulesReloadedDto> reloadRules() {
        return switch (policies.reload(signedIn.actor())) {
            case PublishOutcome.Published published ->
                ResponseEntity.ok(new RulesReloadedDto(RulesReloadedDto.OutcomeEnum.PUBLISHED, published.version()));
            case PublishOutcome.Unchanged unchanged ->
                ResponseEntity.ok(new RulesReloadedDto(RulesReloadedDto.OutcomeEnum.UNCHANGED, unchanged.version()));
            case PublishOutcome.Refused refused -> throw Refusal.unprocessable(faults(refused.report()));
            case PublishOutcome.Waiting waiting -> throw VersionViews.refusal(waiting);
            case PublishOutcome.Outdated outdated -> throw VersionViews.refusal(outdated);
            case PublishOutcome.Scheduled scheduled -> throw new IllegalStateException("a folder is never scheduled");
            case PublishOutcome.NotThen never -> throw new IllegalStateException("a folder is never scheduled");
            case PublishOutcome.Unknown unknown -> throw new IllegalStateException("a folder names no version");
        };
    }

    @Override
    public ResponseEntity<RuleReportDto> checkRules(List<MultipartFile> files) {
        return ResponseEntity.ok(view(policies.check(content(files))));
    }

    @Override
    public ResponseEntity<BackTestDto> backTestRules(LocalDate from, LocalDate to, List<MultipartFile> files) {
        if (to.isBefore(from)) {
            throw Refusal.unprocessable("to", to.toString(), "a day not before " + from, "exchange the two days");
        }
        return switch (policies.backTest(content(files), from, to, percent -> {}, () -> false)) {
            case BackTestOutcome.Ran ran -> ResponseEntity.ok(BackTestViews.view(ran));
            case BackTestOutcome.Refused refused -> throw Refusal.unprocessable(faults(refused.report()));
            case BackTestOutcome.Busy busy ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        List.of(new Fault(
                                "files", "another back-test at work", "one at a time", "try again in a few seconds")));
            case BackTestOutcome.Stopped stopped -> throw new IllegalStateException("nobody can have stopped it");
        };
    }

    @Override
    public ResponseEntity<BackTestedOrderDto> backTestOrder(String number, List<MultipartFile> files) {
        Map<String, byte[]> content = content(files);
        List<Judgement> judgements = policies.judgements(new OrderNumber(number));
        if (judgements.isEmpty()) {
            throw Refusal.unknown("number", number, "an order the rules judged");
        }
        Judgement first = judgements.getFirst();
        OrderVerdict after = policies.judge(first.facts(), content)
                .orElseThrow(() -> Refusal.unprocessable(
                        "files",
                        "faulty rule files",
                        "files that can decide",
                        "have them checked at /rule-sets/check"));
        return ResponseEntity.ok(new BackTestedOrderDto(
                number, first.at(), OrderViews.verdict(first.verdict()), OrderViews.verdict(after)));
    }

    static Map<String, byte[]> content(List<MultipartFile> files) {
        Map<String, byte[]> content = new HashMap<>();
        for (MultipartFile file : files) {
            String path = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (content.containsKey(path)) {
                throw Refusal.unprocessable("files", path, "each path once", "send one of the two");
            }
            checkPath("files", path);
            if (file.getSize() > Policies.LARGEST_FILE) {
                throw Refusal.unprocessable(
                        path, file.getSize() + " bytes", "at most " + Policies.LARGEST_FILE, "split the file");
            }
            try {
                content.put(path, file.getBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the uploaded " + path + " could not be read", unreadable);
            }
        }
        return content;
    }

    static void checkPath(String field, String path) {
        if (!PATH.matcher(path).matches()) {
            throw Refusal.unprocessable(
                    field, path, "a path inside the rules folder such as tables/credit.csv, once", "rename it");
        }
    }

    static List<Fault> faults(CheckReport report) {
        return Stream.concat(
                        report.faults().stream().map(RuleFault::asFault),
                        report.failures().stream()
                                .map(failure -> new Fault(
                                        failure.file() + "!" + failure.row() + "." + failure.column(),
                                        failure.got(),
                                        failure.expected(),
                                        "correct the rule or scenario " + failure.scenario())))
                .toList();
    }

    private static RuleReportDto view(CheckReport of) {
        return new RuleReportDto(
                of.version(),
                of.passed(),
                Values.each(
                        of.faults(),
                        fault -> new RuleFaultDto(
                                fault.file(),
                                fault.row(),
                                fault.column(),
                                fault.found(),
                                fault.wanted(),
                                fault.cure())),
                failures(of),
                notes(of));
    }

    private static List<RuleNoteDto> notes(CheckReport of) {
        return Values.each(
                of.notes(),
                note -> new RuleNoteDto(
                        RuleNoteDto.KindEnum.valueOf(note.kind().name()),
                        note.file(),
                        Values.each(note.rows(), row -> new RuleRowDto(row.rule(), row.file(), row.row())),
                        note.column(),
                        note.text(),
                        Values.each(note.example(), fact -> new FactUsedDto(fact.name(), fact.value()))));
    }

    static List<ScenarioFailureDto> failures(CheckReport of) {
        return Values.each(
                of.failures(),
                failure -> new ScenarioFailureDto(
                        failure.file(),
                        failure.row(),
                        failure.scenario(),
                        failure.column(),
                        failure.expected(),
                        failure.got()));
    }
}
