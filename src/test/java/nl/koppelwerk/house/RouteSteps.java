package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a step may look like: long form, an id at every border, no decision and no secret in YAML. */
final class RouteSteps {
    private static final Set<String> SCRIPTS = Set.of("groovy", "js", "joor", "java", "python", "mvel", "ognl", "spel", "wasm");
    private static final Set<String> SENDING = Set.of("to", "toD", "enrich", "pollEnrich", "wireTap");
    private static final Set<String> BORDERS = Set.of("http", "https", "jdbc", "sql", "bean");
    private static final Set<String> WITH_EXPRESSION = Set.of("setBody", "setHeader", "setVariable", "setProperty", "split", "filter",
            "transform", "validate", "loop", "idempotentConsumer", "recipientList", "routingSlip", "dynamicRouter", "delay", "throttle");
    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "jsonpath", "variable", "header", "method", "exchangeProperty", "language");
    /** Languages whose names are also plain members: of a bean step, of a variable that is received. */
    private static final Set<String> NAMES_TOO = Set.of("header", "variable", "method");
    private static final Set<String> SETTINGS = Set.of("period", "delay", "cron", "repeatInterval", "initialDelay", "timeout",
            "connectTimeout", "responseTimeout", "soTimeout", "concurrentConsumers", "size", "maximumRequests", "timePeriodMillis");

    private RouteSteps() {
    }

    static List<Offence> check(SourceFile file) {
        List<Offence> offences = new ArrayList<>();
        YamlNode.documents(file.text()).stream().flatMap(document -> document.items().stream()).filter(entry -> !entry.has("rest")).forEach(entry -> {
            entry.walk((name, node) -> check(file, name, node, offences));
            choices(file, entry, 0, offences);
        });
        return offences;
    }

    private static void check(SourceFile file, String name, YamlNode node, List<Offence> offences) {
        if (SCRIPTS.contains(name)) {
            offences.add(file.offence(node.line(), "a Java method with a test instead of a script"));
        }
        if (crossesBorder(name, node) && node.text("id").isEmpty()) {
            offences.add(file.offence(node.line(), "an id on a step that calls Java, SQL or HTTP"));
        }
        longForm(file, name, node, offences);
        literals(file, name, node, offences);
        bodies(file, name, node, offences);
    }

    private static boolean crossesBorder(String name, YamlNode node) {
        String component = node.text("uri").replaceAll(":.*", "");
        return name.equals("bean") && !node.members().isEmpty() || name.equals("process") || SENDING.contains(name) && BORDERS.contains(component);
    }

    private static void longForm(SourceFile file, String name, YamlNode node, List<Offence> offences) {
        if (SENDING.contains(name) && !node.text().isEmpty() || name.equals("uri") && node.text().contains("?")) {
            offences.add(file.offence(node.line(), "the long form: uri and parameters, each on a line"));
        }
        if (WITH_EXPRESSION.contains(name) && node.members().keySet().stream().anyMatch(LANGUAGES::contains)) {
            offences.add(file.offence(node.line(), "the long form: expression, the language below it, expression below that"));
        }
        if (LANGUAGES.contains(name) && !NAMES_TOO.contains(name) && !node.text().isEmpty()) {
            offences.add(file.offence(node.line(), "the long form: " + name + " with expression below it"));
        }
    }

    private static void literals(SourceFile file, String name, YamlNode node, List<Offence> offences) {
        if (node.text().matches("(?s).*\\bhttps?://(?!\\{\\{|\\$).*")) {
            offences.add(file.offence(node.line(), "{{a key}} instead of a literal host"));
        }
        if (SETTINGS.contains(name) && node.text().matches("\\d.*")) {
            offences.add(file.offence(node.line(), "{{a key}} instead of a literal " + name));
        }
    }

    private static void bodies(SourceFile file, String name, YamlNode node, List<Offence> offences) {
        if (name.equals("log") && node.text("message").matches("(?s).*\\$\\{(body|bodyAs|headers?|in\\.body|mandatoryBodyAs|prettyBody|exchange).*")) {
            offences.add(file.offence(node.line(), "a message without body and headers: they hold personal values"));
        }
        if (SENDING.contains(name) && node.text("uri").matches("log(:.*)?") && !node.get("parameters").text("showBody").equals("false")) {
            offences.add(file.offence(node.line(), "showBody: false"));
        }
    }

    private static void choices(SourceFile file, YamlNode node, int depth, List<Offence> offences) {
        node.items().forEach(item -> choices(file, item, depth, offences));
        node.members().forEach((name, member) -> {
            int below = name.equals("choice") ? depth + 1 : depth;
            if (name.equals("choice") && below > 1) {
                offences.add(file.offence(member.line(), "no choice inside a choice: the decision is a Java method"));
            }
            choices(file, member, below, offences);
        });
    }
}
