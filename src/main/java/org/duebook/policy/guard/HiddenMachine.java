package org.duebook.policy.guard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parent class loader of compiled rules. It knows the facts, the values in them, and the parts of the engine that
 * generated code calls; every other class of the JDK and of the product does not exist for a rule. Its lists are what
 * the engine was seen to ask for; a class that is missing shows at load, never while deciding.
 */
public final class HiddenMachine extends ClassLoader {

    /** Classes of the JDK a compiled rule may link to. {@code Class}, {@code System} and everything that reflects stay out. */
    private static final Set<String> VALUES = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.CharSequence",
            "java.lang.Boolean",
            "java.lang.Number",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Character",
            "java.lang.Comparable",
            "java.lang.Iterable",
            "java.lang.Enum",
            "java.lang.Record",
            "java.lang.Override",
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.IllegalArgumentException",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.Duration",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.format.DateTimeFormatter",
            "java.time.format.DateTimeFormatterBuilder",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Collection",
            "java.util.Collections",
            "java.util.List",
            "java.util.Locale",
            "java.util.Optional");

    /**
     * Members of those classes that change or read the machine, by name or, where the name is common, by what they take; a
     * class loader hides classes whole, so these are looked for.
     */
    private static final Set<String> REACHING = Set.of(
            "(Ljava/util/Locale;)V",
            "(Ljava/util/Locale$Category;Ljava/util/Locale;)V",
            "wait",
            "getInteger",
            "getLong",
            "getBoolean",
            "printStackTrace",
            "parallelSort",
            "parallelStream");

    /** Classes the compiler must read to understand those above; rules never get to load them. */
    private static final Set<String> SHAPES = Set.of(
            "java.io.Externalizable",
            "java.io.IOException",
            "java.io.ObjectInputStream",
            "java.io.ObjectOutputStream",
            "java.io.ObjectStreamException",
            "java.io.Serializable",
            "java.lang.Class",
            "java.lang.ClassNotFoundException",
            "java.lang.CloneNotSupportedException",
            "java.lang.Cloneable",
            "java.lang.Error",
            "java.lang.FunctionalInterface",
            "java.lang.SafeVarargs",
            "java.lang.SuppressWarnings",
            "java.lang.Void",
            "org.kie.api.KieServices",
            "org.kie.api.builder.model.KieBaseModel",
            "org.kie.api.builder.model.KieModuleModel",
            "org.kie.api.internal.utils.KieService");

    private static final Set<String> SHAPE_PACKAGES = Set.of(
            "java.lang.constant",
            "java.lang.annotation",
            "java.time.chrono",
            "java.time.temporal",
            "java.util.function");

    private static final Set<String> SHAPES_OF_UTIL = Set.of(
            "AbstractCollection",
            "AbstractList",
            "Comparator",
            "Iterator",
            "ListIterator",
            "RandomAccess",
            "SequencedCollection",
            "Spliterator");

    private static final Set<String> SHAPES_OF_LANG = Set.of(
            "Enum$EnumDesc",
            "invoke.MethodHandles",
            "invoke.MethodHandles$Lookup",
            "invoke.StringConcatFactory",
            "invoke.TypeDescriptor",
            "invoke.TypeDescriptor$OfField",
            "reflect.AnnotatedElement",
            "reflect.GenericDeclaration",
            "reflect.Type");

    /** What generated code calls of the engine. */
    private static final Set<String> ENGINE = Set.of(
            "org.drools.compiler.kie.builder.MaterializedLambda",
            "org.drools.modelcompiler.CanonicalKieModuleModel",
            "org.drools.modelcompiler.dsl.pattern.D",
            "org.drools.modelcompiler.util.EvaluationUtil",
            "org.drools.util.DateUtils",
            "org.kie.api.builder.ReleaseId",
            "org.kie.util.maven.support.ReleaseIdImpl");

    private static final String MODEL = "org.drools.model.";
    private static final String ACCUMULATORS = "org.drools.core.base.accumulators.";
    private static final String OPTIONS = "org.kie.api.conf.";
    private static final String FACTS = "org.duebook.policy.fact.";

    /** Only the engine itself asks for it, by name, before any rule exists. */
    private static final String COMPILER = "org.drools.ecj.EclipseJavaCompiler";

    private final ClassLoader machine;

    public HiddenMachine() {
        super("rules", null);
        this.machine = HiddenMachine.class.getClassLoader();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!mayLink(name)) {
            throw new ClassNotFoundException(name + " is hidden from rules");
        }
        return machine.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return mayRead(name) ? machine.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return mayRead(name) ? machine.getResources(name) : Collections.emptyEnumeration();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return mayRead(name) ? machine.getResourceAsStream(name) : null;
    }

    /** A member of a known class that reaches out and that the code of a class calls, if any. */
    public static Optional<String> reaching(byte[] code) {
        return CalledMembers.of(code).stream()
                .filter(member -> REACHING.contains(member.name()) || REACHING.contains(member.takes()))
                .map(CalledMembers.Member::name)
                .findFirst();
    }

    /** Whether compiled rules may load this class. */
    static boolean mayLink(String name) {
        return VALUES.contains(name)
                || ENGINE.contains(name)
                || name.equals(COMPILER)
                || name.startsWith(MODEL) && !name.startsWith(MODEL + "codegen.") && !name.contains("Script")
                || name.startsWith(ACCUMULATORS)
                || name.startsWith(FACTS);
    }

    private static boolean mayRead(String resource) {
        if (!resource.endsWith(".class")) {
            return resource.startsWith("META-INF/kie.");
        }
        String name =
                resource.substring(0, resource.length() - ".class".length()).replace('/', '.');
        String inPackage = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
        return mayLink(name)
                || SHAPES.contains(name)
                || SHAPE_PACKAGES.contains(inPackage)
                || name.startsWith(OPTIONS)
                || name.startsWith("java.util.") && SHAPES_OF_UTIL.contains(name.substring("java.util.".length()))
                || name.startsWith("java.lang.") && SHAPES_OF_LANG.contains(name.substring("java.lang.".length()));
    }
}
