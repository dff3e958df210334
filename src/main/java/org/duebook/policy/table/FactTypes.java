package org.duebook.policy.table;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.policy.fact.AlertFact;
import org.duebook.policy.fact.ApproverFact;
import org.duebook.policy.fact.ClockFact;
import org.duebook.policy.fact.DemandFact;
import org.duebook.policy.fact.Derived;
import org.duebook.policy.fact.LapseFact;
import org.duebook.policy.fact.LineFact;
import org.duebook.policy.fact.OneOf;
import org.duebook.policy.fact.OrderFact;
import org.duebook.policy.fact.PenaltyFact;
import org.duebook.policy.fact.PickUpFact;
import org.duebook.policy.fact.StartFact;
import org.duebook.policy.fact.ValidBy;

/** The dictionary of facts: what tables, scenarios and expert rules may name. Read once from the fact records. */
public final class FactTypes {

    private static final Map<String, Class<? extends Record>> CLASSES = new LinkedHashMap<>();
    private static final Map<String, FactField> FIELDS = new LinkedHashMap<>();

    static {
        CLASSES.put("order", OrderFact.class);
        CLASSES.put("line", LineFact.class);
        CLASSES.put("penalty", PenaltyFact.class);
        CLASSES.put("start", StartFact.class);
        CLASSES.put("pickup", PickUpFact.class);
        CLASSES.put("lapse", LapseFact.class);
        CLASSES.put("demand", DemandFact.class);
        CLASSES.put("alert", AlertFact.class);
        CLASSES.put("approver", ApproverFact.class);
        CLASSES.put("clock", ClockFact.class);
        CLASSES.forEach(FactTypes::register);
    }

    private FactTypes() {}

    private static void register(String type, Class<? extends Record> fact) {
        for (RecordComponent component : fact.getRecordComponents()) {
            add(type, component.getAccessor(), component, false);
        }
        Map<String, Method> derived = new TreeMap<>();
        Arrays.stream(fact.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Derived.class))
                .forEach(method -> derived.put(method.getName(), method));
        derived.values().forEach(method -> add(type, method, method, true));
    }

    private static void add(String type, Method accessor, AnnotatedElement element, boolean derived) {
        OneOf oneOf = element.getAnnotation(OneOf.class);
        List<String> choices = oneOf == null
                ? List.of()
                : Arrays.stream(oneOf.value())
                        .flatMap(names -> Arrays.stream(names.getEnumConstants()))
                        .map(Enum::name)
                        .toList();
        FactField field = new FactField(type, accessor.getName(), accessor, choices, derived);
        FIELDS.put(field.path(), field);
    }

    public static List<String> types() {
        return List.copyOf(CLASSES.keySet());
    }

    /** The record behind a short name. */
    public static Class<? extends Record> classOf(String type) {
        Class<? extends Record> found = CLASSES.get(type);
        if (found == null) {
            throw new IllegalArgumentException("fact type is '" + type + "', wanted one of " + CLASSES.keySet());
        }
        return found;
    }

    public static Optional<FactField> find(String path) {
        return Optional.ofNullable(FIELDS.get(path));
    }

    public static List<String> paths() {
        return List.copyOf(FIELDS.keySet());
    }

    /** The fact of that type whose day decides which rules apply. */
    public static FactField validBy(String type) {
        return Arrays.stream(classOf(type).getRecordComponents())
                .filter(component -> component.isAnnotationPresent(ValidBy.class))
                .flatMap(component -> find(type + "." + component.getName()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("fact '" + type + "' has no day its rules are valid by"));
    }

    /** Every fact of a type, those a scenario can set in the order of the record first. */
    public static List<FactField> of(String type) {
        return FIELDS.values().stream()
                .filter(field -> field.type().equals(type))
                .toList();
    }
}
