package org.duebook.policy.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.duebook.policy.fact.Decisions;
import org.duebook.policy.fact.LineFact;
import org.duebook.policy.fact.OrderFact;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.Near;
import org.duebook.policy.table.Text;

/**
 * The first wall: an expert file passes only when every construct of its parsed tree is known. The tree is the one the
 * engine compiles, so the guard and the compiler cannot read the same text differently.
 */
public final class DrlGuard {

    /** Stands before every file, in its first line so that lines keep their numbers. */
    public static final String HEAD = FactTypes.types().stream()
            .map(type -> "import " + FactTypes.classOf(type).getName() + "; ")
            .collect(Collectors.joining(
                    "", "package duebook.rules; ", "global " + Decisions.class.getName() + " decisions; "));

    /** What an expert rule may speak of: an order and its lines. */
    private static final List<String> TYPES = List.of(OrderFact.class.getSimpleName(), LineFact.class.getSimpleName());

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{1,29}");
    private static final Pattern LINE = Pattern.compile("line (\\d+)|\\[(\\d+),(\\d+)]");
    private static final Pattern WHEN = Pattern.compile("\\bwhen\\b(.*?)\\bthen\\b");
    private static final int HEAD_IMPORTS = FactTypes.types().size();
    private static final int DEEPEST = 20;
    private static final int MOST_PATTERNS = 4;

    /** Patterns on lines of one rule multiply: with 500 lines a third would mean 125 million comparisons. */
    private static final int MOST_LINE_PATTERNS = 2;

    private final String file;
    private final Faults faults;
    private List<String> lines = List.of();

    public DrlGuard(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The rules of the file, or fewer with faults added. */
    public List<ExpertRule> check(byte[] bytes) {
        int before = faults.size();
        String text = Text.of(file, bytes, faults).orElse("");
        if (faults.size() > before || !harmless(text)) {
            return List.of();
        }
        lines = text.lines().toList();
        DrlParser parser = new DrlParser();
        PackageDescr tree;
        try {
            tree = parser.parse(true, HEAD + text);
        } catch (DroolsParserException e) {
            refuse(1, "a file that cannot be read: " + e.getMessage(), "the rule language", "mend the syntax");
            return List.of();
        }
        for (DroolsError error : parser.getErrors()) {
            syntax(error);
        }
        if (tree == null || parser.hasErrors()) {
            return List.of();
        }
        checkHead(tree);
        List<ExpertRule> rules = new ArrayList<>();
        for (RuleDescr rule : tree.getRules()) {
            checkRule(rule);
            rules.add(new ExpertRule(rule.getName(), file, rule.getLine(), when(rule.getLine())));
        }
        return faults.size() > before ? List.of() : rules;
    }

    /** What would trouble the parser itself, or mean something else to Java than to the guard. */
    private boolean harmless(String text) {
        int before = faults.size();
        int line = 1;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
            if (c == '\\') {
                refuse(line, "\\", "no backslash anywhere", "write the character itself");
                return false;
            }
            if (depth > DEEPEST) {
                refuse(line, "brackets " + depth + " deep", "at most " + DEEPEST, "split the condition");
                return false;
            }
        }
        return faults.size() == before;
    }

    private void syntax(DroolsError error) {
        Matcher place = LINE.matcher(String.valueOf(error.getMessage()));
        int line = error.getLines().length > 0 ? error.getLines()[0] : 1;
        if (place.find()) {
            line = Integer.parseInt(place.group(1) != null ? place.group(1) : place.group(2));
        }
        refuse(
                Math.max(1, line),
                String.valueOf(error.getMessage()).strip(),
                "rule \"ID\" when … then … end",
                "mend the syntax");
    }

    /** What stands between {@code when} and {@code then}. */
    private String when(int line) {
        String text = String.join(" ", lines.subList(Math.max(0, line - 1), lines.size()));
        Matcher conditions = WHEN.matcher(text);
        return conditions.find() ? conditions.group(1).strip().replaceAll("\\s+", " ") : "";
    }

    private void checkHead(PackageDescr tree) {
        if (tree.getImports().size() > HEAD_IMPORTS) {
            BaseDescr extra = tree.getImports().get(HEAD_IMPORTS);
            refuse(
                    extra.getLine(),
                    "import " + tree.getImports().get(HEAD_IMPORTS).getTarget(),
                    "no import",
                    "remove it: the facts are known already");
        }
        none("function", tree.getFunctions());
        none("import function", tree.getFunctionImports());
        none("import accumulate", tree.getAccumulateImports());
        none("declare", tree.getTypeDeclarations());
        none("declare enum", tree.getEnumDeclarations());
        none("declare entry-point", tree.getEntryPointDeclarations());
        none("declare window", tree.getWindowDeclarations());
        none("an attribute of the whole file", tree.getAttributes());
        none(
                "global",
                tree.getGlobals()
                        .subList(
                                Math.min(1, tree.getGlobals().size()),
                                tree.getGlobals().size()));
        if (tree.getUnit() != null) {
            refuse(tree.getUnit().getLine(), "unit", "rules only", "remove it");
        }
        if (tree.getRules().isEmpty()) {
            refuse(1, "no rule", "at least one rule", "write one, or remove the file");
        }
    }

    private void none(String what, Collection<? extends BaseDescr> descrs) {
        descrs.forEach(descr -> refuse(descr.getLine(), what, "rules only", "remove it"));
    }

    private void checkRule(RuleDescr rule) {
        int line = rule.getLine();
        if (rule.getClass() != RuleDescr.class) {
            refuse(line, "query " + rule.getName(), "rules only", "remove it");
            return;
        }
        if (!ID.matcher(rule.getName()).matches()) {
            refuse(
                    line,
                    rule.getName(),
                    "an id such as VX-010: 2 to 30 upper-case letters, digits and dashes",
                    "rename the rule");
        }
        if (!rule.getAttributes().isEmpty()) {
            refuse(
                    line,
                    String.join(", ", rule.getAttributes().keySet()),
                    "a rule without attributes",
                    "remove them: the order of rules does not matter");
        }
        if (rule.getParentName() != null || !rule.getNamedConsequences().isEmpty()) {
            refuse(line, "extends or a named consequence", "a rule on its own", "write the conditions out");
        }
        checkAnnotations(rule, line);
        List<PatternDescr> patterns = new ArrayList<>();
        checkConditions(rule.getLhs(), line, patterns);
        long lines = patterns.stream()
                .filter(it -> it.getObjectType().equals("LineFact"))
                .count();
        if (patterns.isEmpty() || patterns.size() > MOST_PATTERNS || lines > MOST_LINE_PATTERNS) {
            refuse(
                    line,
                    patterns.size() + " facts, " + lines + " of them lines",
                    "1 to " + MOST_PATTERNS + " facts, at most " + MOST_LINE_PATTERNS + " of them lines",
                    "split the rule");
        }
        if (rule.getConsequence() instanceof String then) {
            new VerbGuard(file, rule.getName(), firstLineOf(then, Math.max(line, rule.getConsequenceLine())), faults)
                    .check(then);
        } else {
            refuse(line, "no consequence", "then decisions.<verb>(…);", "say what the rule decides");
        }
    }

    /** The parser drops the line end after {@code then}; without it the statement seems to stand one line too high. */
    private int firstLineOf(String consequence, int thenLine) {
        boolean onItsOwn = thenLine <= lines.size()
                && lines.get(thenLine - 1).stripTrailing().endsWith("then");
        return onItsOwn && !consequence.startsWith("\n") && !consequence.startsWith("\r") ? thenLine + 1 : thenLine;
    }

    private void checkAnnotations(AnnotatedBaseDescr descr, int line) {
        if (!descr.getAnnotations().isEmpty()) {
            refuse(line, "@" + String.join(", @", descr.getAnnotationNames()), "no annotation", "remove it");
        }
    }

    private void checkConditions(BaseDescr descr, int ruleLine, List<PatternDescr> patterns) {
        if (descr instanceof PatternDescr pattern && descr.getClass() == PatternDescr.class) {
            patterns.add(pattern);
            checkPattern(pattern, Math.max(ruleLine, pattern.getLine()));
        } else if (isKnownGroup(descr)) {
            ((ConditionalElementDescr) descr)
                    .getDescrs()
                    .forEach(child -> checkConditions((BaseDescr) child, ruleLine, patterns));
        } else {
            String what = descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT);
            refuse(
                    Math.max(ruleLine, descr.getLine()),
                    what,
                    "conditions on facts joined by and, or, not, exists",
                    "express it so, or as rows of a table");
        }
    }

    private static boolean isKnownGroup(BaseDescr descr) {
        Class<?> type = descr.getClass();
        return type == AndDescr.class || type == OrDescr.class || type == NotDescr.class || type == ExistsDescr.class;
    }

    private void checkPattern(PatternDescr pattern, int line) {
        if (!TYPES.contains(pattern.getObjectType())) {
            refuse(line, pattern.getObjectType(), Near.wanted(pattern.getObjectType(), TYPES), "name a fact");
            return;
        }
        if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || pattern.isQuery()) {
            refuse(line, "from, accumulate, collect, over or a query", "a plain fact", "express it without");
        }
        if (!pattern.getPositionalConstraints().isEmpty()) {
            refuse(line, "a condition by position", "conditions by name", "name the facts compared");
        }
        checkAnnotations(pattern, line);
        String bound = pattern.getIdentifier();
        if (bound != null && !bound.matches("\\$[A-Za-z][A-Za-z0-9_]*")) {
            refuse(line, bound, "a variable such as $line", "rename it");
        }
        ConstraintGuard guard = new ConstraintGuard(file, pattern.getObjectType(), faults);
        pattern.getConstraint().getDescrs().forEach(it -> guard.check((BaseDescr) it, line));
    }

    private void refuse(int line, String found, String wanted, String cure) {
        faults.add(file, Math.max(1, line), "", found, wanted, cure);
    }
}
