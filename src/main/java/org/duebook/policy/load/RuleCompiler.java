package org.duebook.policy.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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

/** Compiles rule sources with the executable model, behind the class loader that hides the machine. */
final class RuleCompiler {

    private static final String FOLDER = "src/main/resources/duebook/rules/";
    private static final String BASE = "rules";
    private static final AtomicLong RELEASE = new AtomicLong();

    /** What came of it. */
    sealed interface Outcome {}

    /** Compiled rules and how to give them back. */
    record Compiled(KieBase rules, Runnable disposal) implements Outcome {}

    /** What the compiler did not like; {@code path} as given in the sources. */
    record Refused(List<Complaint> complaints) implements Outcome {}

    record Complaint(String path, int line, String text) {}

    /** Compiles sources: path inside the rules folder, ending in {@code .drl} → rules. */
    Outcome compile(Map<String, String> sources) {
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
                return new Refused(List.of(new Complaint("", 0, reaching.get() + " reaches out of the rules")));
            }
            KieContainer container = services.newKieContainer(release, hidden);
            KieBase rules = container.getKieBase(BASE);
            return new Compiled(rules, () -> {
                container.dispose();
                services.getRepository().removeKieModule(release);
            });
        } catch (LinkageError | RuntimeException e) {
            services.getRepository().removeKieModule(release);
            return new Refused(List.of(new Complaint("", 0, String.valueOf(e))));
        }
    }

    /** A member that compiled code names and no rule may use, though its class is known to rules. */
    private static Optional<String> reaching(InternalKieModule module) {
        return module.getFileNames().stream()
                .filter(file -> file.endsWith(".class"))
                .flatMap(file -> HiddenMachine.reaching(module.getBytes(file)).stream())
                .findFirst();
    }

    private static Complaint complaint(Message message, Map<String, String> sources) {
        String path = sources.keySet().stream()
                .filter(it -> String.valueOf(message.getPath()).endsWith(it.replace('/', '_')))
                .findFirst()
                .orElse("");
        return new Complaint(path, message.getLine(), String.valueOf(message.getText()));
    }
}
