package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Failure is told by policies only, nothing is ever sent again by Camel, and no header passes a called route. */
final class RouteFailures {
    private static final Set<String> PRIVATE_HANDLING = Set.of("errorHandler", "errorHandlerRef", "onException", "doTry");

    private RouteFailures() {
    }

    static List<Offence> check(List<SourceFile> files) {
        Set<String> policies = files.stream().map(RouteShape::stem).filter(stem -> stem.startsWith("policy-")).collect(Collectors.toSet());
        List<Offence> offences = new ArrayList<>();
        files.forEach(file -> RouteShape.definition(file).ifPresent(route -> check(file, route, policies, offences)));
        return offences;
    }

    private static void check(SourceFile file, YamlNode route, Set<String> policies, List<Offence> offences) {
        route.walk((name, node) -> repeats(file, name, node, offences));
        if (RouteShape.stem(file).startsWith("policy-")) {
            return;
        }
        route.walk((name, node) -> {
            if (PRIVATE_HANDLING.contains(name)) {
                offences.add(file.offence(node.line(), "error handling by routeConfigurationId only"));
            }
        });
        policy(file, route, policies, offences);
        headers(file, route, offences);
    }

    private static void repeats(SourceFile file, String name, YamlNode node, List<Offence> offences) {
        if (name.equals("maximumRedeliveries") && !node.text().equals("0")) {
            offences.add(file.offence(node.line(), "maximumRedeliveries: 0; the notice's due time is the only retry"));
        }
        if (name.equals("deadLetterChannel") && !node.text("deadLetterHandleNewException").equals("false")) {
            offences.add(file.offence(node.line(), "deadLetterHandleNewException: false, or a record vanishes when parking it fails"));
        }
    }

    private static void policy(SourceFile file, YamlNode route, Set<String> policies, List<Offence> offences) {
        String named = route.text("routeConfigurationId");
        boolean needed = !RouteShape.stem(file).startsWith("hub-") && named.isEmpty();
        if (needed || !named.isEmpty() && !policies.contains(named)) {
            offences.add(file.offence(route.get("routeConfigurationId").line(), "routeConfigurationId naming a file routes/policy-*.camel.yaml"));
        }
    }

    private static void headers(SourceFile file, YamlNode route, List<Offence> offences) {
        if (!RouteShape.stem(file).matches("(?!hub-).*-(list|read|search|create|update)(-.*)?")) {
            return;
        }
        List<YamlNode> steps = route.get("from").get("steps").items();
        if (steps.isEmpty() || !dropsAll(steps.get(0)) || !dropsAll(steps.get(steps.size() - 1))) {
            offences.add(file.offence(route.get("from").line(), "removeHeaders with pattern \"*\" as first and as last step"));
        }
    }

    private static boolean dropsAll(YamlNode step) {
        return step.get("removeHeaders").text("pattern").equals("*") || step.get("removeHeaders").text().equals("*");
    }
}
