package org.duebook.policy.table;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows its lines. Only text, lists and mappings; tags and types of YAML are never built. */
public final class YamlMap {

    private final String file;
    private final int line;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private YamlMap(String file, MappingNode node, Faults faults) {
        this.file = file;
        this.line = lineOf(node);
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                faults.add(file, lineOf(tuple.getKeyNode()), key, "the key twice", "each key once", "remove one");
            }
            lines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    /** Reads a file whose top is a mapping. */
    public static Optional<YamlMap> read(String file, byte[] bytes, Faults faults) {
        return Text.of(file, bytes, faults).flatMap(text -> parse(file, text, faults));
    }

    private static Optional<YamlMap> parse(String file, String text, Faults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(10);
        options.setCodePointLimit(1_000_000);
        try {
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, mapping, faults));
            }
            faults.add(file, 1, "", "no mapping at the top", "lines of the form 'key: value'", "see rules/README.md");
        } catch (MarkedYAMLException e) {
            int row = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            String column = e.getProblemMark() == null
                    ? ""
                    : "position " + (e.getProblemMark().getColumn() + 1);
            faults.add(
                    file, row, column, String.valueOf(e.getProblem()), "YAML", "mend the indentation or quoting here");
        } catch (YAMLException e) {
            faults.add(file, 1, "", String.valueOf(e.getMessage()), "YAML", "mend the file");
        }
        return Optional.empty();
    }

    /** Reports every key that is not one of these. */
    public void allowOnly(Collection<String> keys) {
        values.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> fault(key, key, Near.wanted(key, keys), "correct the key or remove it"));
    }

    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public int line() {
        return line;
    }

    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The text of a key; a fault and the empty string when it is missing or no text. */
    public String text(String key) {
        if (values.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        fault(key, has(key) ? "no text" : "nothing", "a text for '" + key + "'", "add it");
        return "";
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** The texts of a list; empty when the key is missing. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue().strip());
            } else {
                faults.add(file, lineOf(node), key, "no text", "a list of texts", "write [a, b]");
            }
        }
        return texts;
    }

    /** The mappings of a list; empty when the key is missing. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, faults));
            } else {
                faults.add(file, lineOf(node), key, "no mapping", "a list of 'key: value'", "see rules/README.md");
            }
        }
        return maps;
    }

    /** The mapping under a key; empty when it is missing. */
    public Optional<YamlMap> map(String key) {
        if (values.get(key) instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, faults));
        }
        if (has(key)) {
            fault(key, "no mapping", "lines of the form 'key: value'", "see rules/README.md");
        }
        return Optional.empty();
    }

    public void fault(String key, String found, String wanted, String cure) {
        faults.add(file, line(key), key, found, wanted, cure);
    }

    private List<Node> items(String key) {
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (has(key)) {
            fault(key, "no list", "a list such as [a, b]", "put it in brackets");
        }
        return List.of();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
