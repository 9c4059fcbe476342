package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Camel starts no route whose steps share an id with those of another. */
final class RouteIds {
    private RouteIds() {
    }

    static List<Offence> check(List<SourceFile> routes) {
        Map<String, SourceFile> taken = new HashMap<>();
        List<Offence> offences = new ArrayList<>();
        routes.forEach(file -> YamlNode.documents(file.text()).forEach(document -> document.walk((key, node) -> {
            String id = node.text("id");
            SourceFile other = id.isEmpty() ? null : taken.putIfAbsent(id, file);
            if (other != null) {
                offences.add(file.offence(node.line(), "an id that " + other.name() + " does not have: " + id));
            }
        })));
        return offences;
    }
}
