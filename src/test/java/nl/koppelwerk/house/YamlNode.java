package nl.koppelwerk.house;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A piece of YAML that knows its line; exactly one of members, items and text is not empty. */
record YamlNode(int line, Map<String, YamlNode> members, List<YamlNode> items, String text) {
    static List<YamlNode> documents(String yaml) {
        Iterable<Node> all = new Yaml(new SafeConstructor(new LoaderOptions())).composeAll(new StringReader(yaml));
        return StreamSupport.stream(all.spliterator(), false).map(YamlNode::of).toList();
    }

    private static YamlNode of(Node node) {
        int line = node.getStartMark().getLine() + 1;
        if (node instanceof MappingNode mapping) {
            Map<String, YamlNode> members = new LinkedHashMap<>();
            mapping.getValue().forEach(pair -> members.put(((ScalarNode) pair.getKeyNode()).getValue(),
                    of(pair.getValueNode()).from(pair.getKeyNode().getStartMark().getLine() + 1)));
            return new YamlNode(line, members, List.of(), "");
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode(line, Map.of(), sequence.getValue().stream().map(YamlNode::of).toList(), "");
        }
        return new YamlNode(line, Map.of(), List.of(), ((ScalarNode) node).getValue());
    }

    /** A member counts from the line of its name. */
    private YamlNode from(int lineOfName) {
        return new YamlNode(lineOfName, members, items, text);
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** The member's text, empty when it is not there. */
    String text(String key) {
        return has(key) ? members.get(key).text() : "";
    }

    YamlNode get(String key) {
        return members.getOrDefault(key, new YamlNode(line, Map.of(), List.of(), ""));
    }

    /** Visits every member below, with its name. */
    void walk(BiConsumer<String, YamlNode> visitor) {
        members.forEach((key, value) -> {
            visitor.accept(key, value);
            value.walk(visitor);
        });
        items.forEach(item -> item.walk(visitor));
    }

    /** The line of what a JSON pointer points at, or of the deepest part of it that exists. */
    int lineAt(String pointer) {
        YamlNode here = this;
        for (String step : pointer.split("/")) {
            YamlNode next = step.isEmpty() ? here : here.child(step);
            if (next == null) {
                return here.line();
            }
            here = next;
        }
        return here.line();
    }

    private YamlNode child(String step) {
        if (step.matches("\\d+") && Integer.parseInt(step) < items.size()) {
            return items.get(Integer.parseInt(step));
        }
        return members.get(step);
    }

    List<YamlNode> every(String key) {
        List<YamlNode> found = new ArrayList<>();
        walk((name, node) -> {
            if (name.equals(key)) {
                found.add(node);
            }
        });
        return found;
    }
}
