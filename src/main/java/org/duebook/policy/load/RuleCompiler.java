package org.duebook.policy.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.duebook.policy.guard.HiddenMachine;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiles rule sources with the executable model, behind the class loader that hides the machine. */
final class RuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);

    private static final String FOLDER = "src/main/resources/duebook/rules/";
    private static final String BASE = "rules";
    /** Far above what the largest set takes on a slow machine; who waits for more waits for something that hangs. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final AtomicLong RELEASE = new AtomicLong();

    /** What came of it. */
    sealed interface Outcome {}

    /** Compiled rules and how to give them back. */
    record Compiled(KieBase rules, Runnable disposal) implements Outcome {}

    /** What the compiler did not like; {@code path} as given in the sources. */
    record Refused(List<Complaint> complaints) implements Outcome {}

    record Complaint(String path, int line, String text) {}

    private final Duration longest;

    RuleCompiler() {
        this(LONGEST);
    }

    /** @param longest compiling may take */
    RuleCompiler(Duration longest) {
        this.longest = longest;
    }

    /**
     * Compiles sources: path inside the rules folder, ending in {@code .drl} → rules. It happens on a thread of its own, which
     * is given up where it takes too long: a compiler cannot be stopped, but nobody needs to wait for it.
     */
    Outcome compile(Map<String, String> sources) {
        return within(() -> compiled(sources));
    }

    /** What comes of compiling in time; what comes later is given back at once. */
    Outcome within(Supplier<Outcome> compiling) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread own = Thread.ofPlatform().daemon().name("rules-compiling").start(() -> {
            try {
                Outcome made = compiling.get();
                if (!outcome.complete(made) && made instanceof Compiled late) {
                    late.disposal().run();
                }
            } catch (RuntimeException | Error broken) {
                outcome.completeExceptionally(broken);
            }
        });
        Refused tooLong = refused("rules that take longer than " + longest.toSeconds() + " s to compile");
        Outcome made = outcome.completeOnTimeout(tooLong, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (made == tooLong) {
            LOG.error("Compiling rules takes longer than {}; it is given up", longest);
            own.interrupt();
        }
        return made;
    }

    private static Refused refused(String text) {
        return new Refused(List.of(new Complaint("", 0, text)));
    }

    private static Outcome compiled(Map<String, String> sources) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.duebook", "rules", "1." + RELEASE.incrementAndGet());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        KieModuleModel module = services.newKieModuleModel();
        module.setConfigurationProperty("drools.parallelRulesBuildThreshold", "-1");
        module.newKieBaseModel(BASE).setDefault(true);
        files.writeKModuleXML(module.toXML());
        sources.forEach((path, source) -> files.write(FOLDER + path.replace('/', '_'), source));
        ClassLoader hidden = new HiddenMachine();
        try {
            KieBuilder builder = services.newKieBuilder(files, hidden).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                services.getRepository().removeKieModule(release);
                return new Refused(
                        errors.stream().map(it -> complaint(it, sources)).toList());
            }
            Optional<String> reaching = reaching((InternalKieModule) builder.getKieModule());
            if (reaching.isPresent()) {
                services.getRepository().removeKieModule(release);
                return new Refused(List.of(calling(reaching.get(), sources)));
            }
            KieContainer container = services.newKieContainer(release, hidden);
            KieBase rules = container.getKieBase(BASE);
            return new Compiled(rules, () -> {
                container.dispose();
                services.getRepository().removeKieModule(release);
            });
        } catch (LinkageError | StackOverflowError | RuntimeException e) {
            services.getRepository().removeKieModule(release);
            return refused(String.valueOf(e));
        }
    }

    /** A member that compiled code names and no rule may use, though its class is known to rules. */
    private static Optional<String> reaching(InternalKieModule module) {
        return module.getFileNames().stream()
                .filter(file -> file.endsWith(".class"))
                .flatMap(file -> HiddenMachine.reaching(module.getBytes(file)).stream())
                .findFirst();
    }

    /** The first line that calls a member, as far as it can be seen. */
    private static Complaint calling(String member, Map<String, String> sources) {
        Pattern call =
                Pattern.compile("\\b" + Pattern.quote(member) + "\\s*\\(|::\\s*" + Pattern.quote(member) + "\\b");
        String text = member + " reaches out of the rules";
        for (Map.Entry<String, String> source : sources.entrySet()) {
            List<String> lines = source.getValue().lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                if (call.matcher(lines.get(at)).find()) {
                    return new Complaint(source.getKey(), at + 1, text);
                }
            }
        }
        return new Complaint("", 0, text);
    }

    private static Complaint complaint(Message message, Map<String, String> sources) {
        String path = sources.keySet().stream()
                .filter(it -> String.valueOf(message.getPath()).endsWith(it.replace('/', '_')))
                .findFirst()
                .orElse("");
        return new Complaint(path, message.getLine(), String.valueOf(message.getText()));
    }
}
