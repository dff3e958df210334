package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.fact.Decisions;
import org.duebook.policy.fact.LineFact;
import org.duebook.policy.guard.DrlGuard;
import org.duebook.policy.guard.HiddenMachine;
import org.duebook.policy.table.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.runtime.KieSession;

/** Rules that reach for the machine: each wall refuses them, without the other's help. */
class AttackFilesTest {

    private static final String MARK = "duebook.attack";

    @TempDir
    private static Path folder;

    @AfterEach
    void nothingHappened() {
        assertThat(System.getProperty(MARK)).isNull();
        assertThat(canary()).doesNotExist();
    }

    static Stream<String> actions() {
        return Stream.of(
                "System.setProperty(\"" + MARK + "\", \"x\");",
                "System.exit(3);",
                "Runtime.getRuntime().exec(\"touch " + canary() + "\");",
                "new ProcessBuilder(\"touch\", \"" + canary() + "\").start();",
                "new java.io.File(\"" + canary() + "\").createNewFile();",
                "new java.io.FileWriter(\"" + canary() + "\").close();",
                "java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + canary() + "\"));",
                "new java.net.Socket(\"127.0.0.1\", 9).close();",
                "new java.net.URL(\"http://127.0.0.1:9/\").openStream();",
                "new Thread(() -> System.setProperty(\"" + MARK + "\", \"x\")).start();",
                "Class.forName(\"java.lang.System\");",
                "$line.getClass().getClassLoader().loadClass(\"java.lang.Runtime\");",
                "\"\".getClass().getModule().getLayer();",
                "java.lang.invoke.MethodHandles.lookup().lookupClass();",
                "java.util.ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class);",
                "new javax.script.ScriptEngineManager().getEngineByName(\"js\");",
                "org.kie.api.KieServices.get().newKieClasspathContainer();",
                "drools.getKieRuntime().getKieBase();",
                "org.springframework.core.io.support.SpringFactoriesLoader.forDefaultResourceLocation();",
                "org.duebook.policy.load.RuleFiles.class.getName();",
                "java.util.concurrent.ForkJoinPool.commonPool().execute(() -> {});",
                "System.getenv(\"HOME\");",
                "System.load(\"" + canary() + "\");",
                "Runtime.getRuntime().addShutdownHook(null);",
                "Thread.currentThread().getContextClassLoader();",
                "new java.util.Timer().cancel();",
                "java.util.concurrent.Executors.newCachedThreadPool().execute(null);",
                "java.nio.channels.FileChannel.open(java.nio.file.Path.of(\"" + canary() + "\"));",
                "new java.io.RandomAccessFile(\"" + canary() + "\", \"rw\").close();",
                "new java.util.Scanner(new java.io.File(\"/etc/passwd\")).nextLine();",
                "new java.io.ObjectInputStream(null).readObject();",
                "java.net.http.HttpClient.newHttpClient();",
                "java.net.InetAddress.getByName(\"localhost\");",
                "new javax.naming.InitialContext().lookup(\"ldap://127.0.0.1:9/x\");",
                "java.sql.DriverManager.getConnection(\"jdbc:postgresql://127.0.0.1:9/x\");",
                "java.lang.management.ManagementFactory.getRuntimeMXBean();",
                "java.util.prefs.Preferences.userRoot().put(\"a\", \"b\");",
                "java.lang.reflect.Proxy.newProxyInstance(null, null, null);",
                "java.lang.StackWalker.getInstance().getCallerClass();",
                "javax.tools.ToolProvider.getSystemJavaCompiler();",
                "java.util.Locale.setDefault(java.util.Locale.ENGLISH);",
                "synchronized ($line) { $line.wait(1); }",
                "Integer.getInteger(\"java.version\");",
                "new RuntimeException().printStackTrace();",
                "new org.drools.drl.parser.DrlParser().parse(true, \"\");",
                "org.springframework.boot.SpringApplication.exit(null);",
                "org.duebook.policy.guard.HiddenMachine.getSystemClassLoader();");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void guardRefusesTheAction(String action) {
        Faults faults = new Faults();

        new DrlGuard("expert/a.drl", faults).check(rule(action).getBytes(StandardCharsets.UTF_8));

        assertThat(faults.all()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("expert/a.drl");
            assertThat(fault.row()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @MethodSource("actions")
    void hiddenMachineDoesNotRunTheAction(String action) {
        RuleCompiler.Outcome outcome = new RuleCompiler().compile(Map.of("expert/a.drl", DrlGuard.HEAD + rule(action)));

        if (outcome instanceof RuleCompiler.Compiled compiled) {
            assertThat(failureOf(compiled)).isInstanceOf(LinkageError.class);
            compiled.disposal().run();
        } else {
            assertThat(((RuleCompiler.Refused) outcome).complaints()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.io.File; rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "import function java.lang.System.exit; rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "function void run() { System.exit(1); } rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "global java.lang.Runtime r; rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "declare Trap extends java.io.File end rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "query \"A-1\" LineFact() end",
                "rule \"A-1\" when eval(System.exit(1)) then decisions.warn(\"A-1\", 1, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( System.exit(1) == null ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( this.getClass().getName() != item ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( item matches \"(a+)+b\" ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() from java.util.List.of(1) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() accumulate( LineFact(), init( System.exit(1); ) action() result(1) ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $o : Object() then decisions.warn(\"A-1\", $o, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" salience ( System.exit(1) ) when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" timer (int: 1s 1s) when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" dialect \"mvel\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() then modify($l) {}; end",
                "rule \"A-1\" when $l : LineFact() then while (true) {} end",
                "rule \"A-1\" when $l : LineFact() then insert($l); end",
                "rule \"A-1\" when $l : LineFact() then decisions.hit(0, $l); end",
                "rule \"A-1\" when $l : LineFact() then decisions.warn(\"OTHER\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", $l.getClass(), \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"\\u0022, System.exit(1), \\u0022\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $a : LineFact() $b : LineFact() $c : LineFact() then decisions.warn(\"A-1\", $a, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( ((((((((((((((((((((((line > 1)))))))))))))))))))))) ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" @Timer(1) when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); /* */ System.exit(1); end",
                "rule \"A-1\" when $l : LineFact() over window:length(1) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( item.toUpperCase() == \"A\" ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( item str[startsWith] \"A\" ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when forall( LineFact( line > 1 ) ) then decisions.warn(\"A-1\", 1, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() collect( LineFact() ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() from entry-point \"x\" then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" extends \"B-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" no-loop true when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" enabled ( System.exit(1) ) when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact() then delete($l); end",
                "rule \"A-1\" when $l : LineFact() then decisions.getClass(); end",
                "rule \"A-1\" when $l : LineFact() then decisions.said().clear(); end",
                "rule \"A-1\" when $l : LineFact() then for (;;) decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $d : java.io.File() then decisions.warn(\"A-1\", $d, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( this == new java.io.File(\"x\") ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( item == ( System.exit(1) ) ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "unit java.io.File; rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "declare enum Trap A(1); end rule \"A-1\" when $l : LineFact() then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
                "rule \"A-1\" when $l : LineFact( line > 1; 2 ) then decisions.warn(\"A-1\", $l, \"a\", 1, \"b\", \"c\"); end",
            })
    void guardRefusesTheConstruct(String source) {
        Faults faults = new Faults();

        new DrlGuard("expert/a.drl", faults).check(source.getBytes(StandardCharsets.UTF_8));

        assertThat(faults.all()).isNotEmpty().allMatch(fault -> fault.row() == 1);
    }

    @Test
    void shippedExpertRulesPassTheGuard() {
        Faults faults = new Faults();

        int rules = new DrlGuard("expert/across-lines.drl", faults)
                .check(RuleFolder.shipped().files().bytes("expert/across-lines.drl"))
                .size();

        assertThat(faults.all()).isEmpty();
        assertThat(rules).isEqualTo(3);
    }

    @Test
    void rulesThatDriveEachOtherStopAtTheLimit() {
        String loop = "rule \"A-1\" when $l : LineFact() then drools.update($l); end";
        RuleCompiler.Outcome outcome = new RuleCompiler().compile(Map.of("expert/a.drl", DrlGuard.HEAD + loop));

        assertThat(outcome).isInstanceOfSatisfying(RuleCompiler.Compiled.class, compiled -> {
            KieSession session = compiled.rules().newKieSession();
            session.insert(line());
            assertThat(session.fireAllRules(100)).isEqualTo(100);
            session.dispose();
            compiled.disposal().run();
        });
    }

    @Test
    void memberIsToldWhereItIsCalledAndNotWhereATextIsNamedLikeIt() throws IOException {
        assertThat(HiddenMachine.reaching(code(Named.class))).isEmpty();
        assertThat(HiddenMachine.reaching(code(Calling.class))).contains("getInteger");
        assertThat(new RuleCompiler()
                        .compile(Map.of("expert/a.drl", DrlGuard.HEAD + rule("Integer.getInteger(\"java.version\");"))))
                .isEqualTo(new RuleCompiler.Refused(
                        List.of(new RuleCompiler.Complaint("expert/a.drl", 4, "getInteger reaches out of the rules"))));
    }

    @Test
    void compilerThatHangsIsGivenUpAndWhatItMakesLaterIsGivenBack() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch givenBack = new CountDownLatch(1);
        String sound = "decisions.warn(\"A-1\", $line, \"a\", 1, \"b\", \"c\");";
        RuleCompiler.Compiled late =
                (RuleCompiler.Compiled) new RuleCompiler().compile(Map.of("expert/a.drl", DrlGuard.HEAD + rule(sound)));

        RuleCompiler.Outcome outcome = new RuleCompiler(Duration.ofMillis(20)).within(() -> {
            while (hangs.getCount() > 0) {
                try {
                    hangs.await();
                } catch (InterruptedException deaf) {
                    // A compiler does not listen either.
                }
            }
            return new RuleCompiler.Compiled(late.rules(), givenBack::countDown);
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RuleCompiler.Refused.class,
                        refused -> assertThat(refused.complaints().getFirst().text())
                                .contains("to compile"));
        hangs.countDown();
        assertThat(givenBack.await(10, TimeUnit.SECONDS)).isTrue();
        late.disposal().run();
    }

    /** Texts named like members. */
    static final class Named {
        String[] texts() {
            return new String[] {"wait", "getLong", "(Ljava/util/Locale;)V"};
        }
    }

    /** Calls one of them. */
    static final class Calling {
        boolean calls() {
            return Integer.getInteger("java.version") == null;
        }
    }

    private static byte[] code(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream in = Objects.requireNonNull(
                type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class"))) {
            return in.readAllBytes();
        }
    }

    private static Throwable failureOf(RuleCompiler.Compiled compiled) {
        KieSession session = compiled.rules().newKieSession();
        try {
            session.setGlobal("decisions", new Decisions());
            session.insert(line());
            session.fireAllRules(10);
            return new AssertionError("the action ran");
        } catch (Throwable e) {
            return root(e);
        } finally {
            session.dispose();
        }
    }

    private static Throwable root(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null && !(at instanceof LinkageError)) {
            at = at.getCause();
        }
        return at;
    }

    private static String rule(String action) {
        return String.join("\n", List.of("rule \"A-1\"", "when $line : LineFact()", "then", "    " + action, "end"));
    }

    private static Path canary() {
        return folder.resolve("canary");
    }

    private static LineFact line() {
        return new LineFact(
                1,
                LocalDate.EPOCH,
                "A",
                true,
                true,
                true,
                null,
                "",
                "",
                null,
                null,
                null,
                true,
                true,
                true,
                true,
                true,
                true,
                null,
                null,
                "EUR");
    }
}
