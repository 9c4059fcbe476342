package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One route per file, named as the file is, short, and described in a sentence. */
final class RouteShape {
    static final String ENDING = ".camel.yaml";
    private static final int LONGEST = 60;

    private RouteShape() {
    }

    static List<Offence> check(SourceFile file) {
        List<Offence> offences = new ArrayList<>();
        if (!file.path().equals("routes/" + file.name()) || !file.name().endsWith(ENDING)) {
            offences.add(file.offence(1, "a file of its own right below routes/, called <route id>" + ENDING));
        }
        if (!stem(file).matches("(policy|hub)-[a-z-]+|[a-z]+(-[a-z]+)*-(poll|webhook|list|read|search|create|update|token|references|check|register|listen)(-[a-z-]+)?")) {
            offences.add(file.offence(1, "a name like policy-<answer>, hub-<road> or <system>-<operation>"));
        }
        if (file.text().lines().count() > LONGEST) {
            offences.add(file.offence(LONGEST + 1, "at most " + LONGEST + " lines"));
        }
        definition(file).ifPresentOrElse(found -> definitionOffences(file, found, offences),
                () -> offences.add(file.offence(1, "exactly one route, routeConfiguration or routeTemplate in long form")));
        return offences;
    }

    private static void definitionOffences(SourceFile file, YamlNode route, List<Offence> offences) {
        if (!route.text("id").equals(stem(file))) {
            offences.add(file.offence(route.get("id").line(), "id: " + stem(file)));
        }
        if (!route.text("description").matches("(?s)\\p{Lu}.{10,}\\.\\s*")) {
            offences.add(file.offence(route.get("description").line(), "a description that is one full sentence"));
        }
    }

    static String stem(SourceFile file) {
        return file.name().replace(ENDING, "");
    }

    /** The one definition in a file; beans, rest and restConfiguration may stand beside it. */
    static Optional<YamlNode> definition(SourceFile file) {
        List<YamlNode> found = YamlNode.documents(file.text()).stream().flatMap(document -> document.items().stream())
                .flatMap(entry -> List.of("route", "routeConfiguration", "routeTemplate").stream().filter(entry::has).map(entry::get))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
