package org.duebook.policy.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.duebook.policy.CheckReport;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleSetStatus.Folder;
import org.duebook.policy.RuleSetStatus.Rejected;
import org.duebook.policy.RuleSetVersion;
import org.duebook.policy.RuleSetVersion.How;
import org.duebook.policy.WriteBackOutcome;
import org.duebook.policy.load.RuleFiles;
import org.duebook.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Follows the analysts' folder. It stands for the publication that was made of it or written to it last; what differs is an
 * edit of that one, and is published by itself only while that one runs. For the desk's own thread.
 */
final class FolderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FolderDesk.class);

    private final RulesFolder folder;
    private final String name;
    private final Publications published;
    private final Publishing publishing;
    private final RunningRules running;
    private final Clock clock;

    private Optional<Publication> standsFor = Optional.empty();

    /** Version of the folder that was tried last. */
    private String tried = "";

    private volatile Folder state = new Folder("", false);
    private volatile Optional<Rejected> rejected = Optional.empty();

    FolderDesk(RulesFolder folder, Publications published, Publishing publishing, RunningRules running, Clock clock) {
        this.folder = folder;
        this.name = Instances.machine() + ":" + folder.path();
        this.published = published;
        this.publishing = publishing;
        this.running = running;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    Folder state() {
        return state;
    }

    Optional<Rejected> rejected() {
        return rejected;
    }

    /**
     * Remembers what the folder stands for. A folder nothing is known of stands for the publication it is equal to; where it
     * is equal to none and only folders were published so far, for what runs.
     */
    void remember(RuleFiles files, Optional<Publication> due) {
        standsFor = published.standsFor(name);
        if (standsFor.isEmpty() && !published.knows(name)) {
            standsFor = published
                    .lastOf(files.version(), clock.instant())
                    .or(() -> due.filter(it -> it.how() == How.FOLDER));
        }
    }

    /** Whether the folder was edited since it became this publication. */
    boolean isEditOf(Publication publication, RuleFiles files) {
        return standsFor.filter(it -> it.number() == publication.number()).isPresent()
                && !publication.version().equals(files.version());
    }

    /** Looks whether something was saved, and publishes it where it may. */
    void look(boolean publishes) {
        RuleFiles files = folder.read();
        Publication now = running.current().publication();
        if (files.version().equals(now.version())) {
            standFor(now);
            accept();
            return;
        }
        boolean edited =
                standsFor.filter(it -> it.version().equals(files.version())).isEmpty();
        state = new Folder(standsFor.map(Publication::version).orElse(""), edited);
        if (!edited) {
            accept();
        } else if (publishes && !isEditOf(now, files)) {
            reject(outdated(files, now));
        } else if (publishes && !files.version().equals(tried)) {
            tryOnce(files);
        }
    }

    /** Whatever comes of it, the same files are not tried again, but where the database was away. */
    private void tryOnce(RuleFiles files) {
        tried = files.version();
        try {
            settle(files, publishing.publish(files, name, Actor.SYSTEM));
        } catch (NestedRuntimeException away) {
            tried = "";
            throw away;
        }
    }

    /** Publishes the folder as it is, on purpose. */
    PublishOutcome reload(Actor by) {
        RuleFiles files = folder.read();
        PublishOutcome outcome = publishing.publish(files, name, by);
        settle(files, outcome);
        return outcome;
    }

    private void settle(RuleFiles files, PublishOutcome outcome) {
        tried = files.version();
        switch (outcome) {
            case PublishOutcome.Published published -> standsForWhatRuns();
            case PublishOutcome.Unchanged unchanged -> standsForWhatRuns();
            case PublishOutcome.Refused refused -> reject(refused.report());
            case PublishOutcome.Outdated outdated ->
                reject(outdated(files, running.current().publication()));
            case PublishOutcome.Waiting waiting -> {
                tried = "";
                reject(waiting(files, waiting.publication()));
            }
            case PublishOutcome.Scheduled scheduled -> throw new IllegalStateException("a folder is never scheduled");
            case PublishOutcome.NotThen never -> throw new IllegalStateException("a folder is never scheduled");
            case PublishOutcome.Unknown unknown -> throw new IllegalStateException("a folder names no version");
        }
    }

    private void standsForWhatRuns() {
        standFor(running.current().publication());
        accept();
    }

    private void standFor(Publication publication) {
        if (standsFor.filter(it -> it.number() == publication.number()).isEmpty()) {
            published.standFor(name, OptionalLong.of(publication.number()));
            standsFor = Optional.of(publication);
        }
        state = new Folder(publication.version(), false);
    }

    /**
     * Writes the running files into the folder. Killed in between, the folder stands for nothing, so that its mixture is
     * never published by itself.
     *
     * @param force whether edits may be lost
     */
    WriteBackOutcome writeBack(boolean force, Actor by) {
        RuleFiles files = folder.read();
        Publication now = running.current().publication();
        RuleFiles wanted = published.files(now.version()).orElseThrow();
        Set<String> edited = new TreeSet<>();
        if (!force && !files.version().equals(now.version())) {
            edited.addAll(standsFor
                    .flatMap(it -> published.files(it.version()))
                    .map(files::differing)
                    .orElseGet(() -> files.differing(wanted)));
        }
        if (!edited.isEmpty()) {
            return new WriteBackOutcome.Edited(List.copyOf(edited));
        }
        List<String> differing = List.copyOf(files.differing(wanted));
        if (!differing.isEmpty()) {
            published.standFor(name, OptionalLong.empty());
            standsFor = Optional.empty();
            folder.write(wanted, differing);
            LOG.info("{} had the files of version {} written back to {}", by, now.version(), folder.path());
        }
        standFor(now);
        accept();
        return new WriteBackOutcome.Written(now.version(), differing);
    }

    private void accept() {
        rejected = Optional.empty();
    }

    /** Tells what is wrong with files that were just tried. */
    void refuse(RuleFiles files, CheckReport report) {
        tried = files.version();
        reject(report);
    }

    private void reject(CheckReport report) {
        if (rejected.filter(it -> it.report().equals(report)).isEmpty()) {
            rejected = Optional.of(new Rejected(clock.instant(), report));
            LOG.warn("Rules in {} are refused:\n{}", folder.path(), Following.told(report));
        }
    }

    private CheckReport outdated(RuleFiles files, Publication runs) {
        return told(
                files,
                "files edited from " + standsFor.map(FolderDesk::named).orElse("a version that is not known"),
                "an edit of " + named(runs) + ", which runs",
                "have the running files written back to the folder and edit those, or reload the folder on purpose");
    }

    /** With its number: after a roll-back the same version runs as another publication. */
    private static String named(Publication publication) {
        return "publication " + publication.number() + " (version " + publication.version() + ")";
    }

    private static CheckReport waiting(RuleFiles files, RuleSetVersion publication) {
        return told(
                files,
                "files saved while version " + publication.version() + " is scheduled",
                "nothing scheduled",
                "wait until it decides at " + publication.effectiveFrom() + ", or withdraw it");
    }

    private static CheckReport told(RuleFiles files, String found, String wanted, String cure) {
        return new CheckReport(
                files.version(), List.of(new RuleFault("", 0, "", found, wanted, cure)), List.of(), List.of());
    }
}
