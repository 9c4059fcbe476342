package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every direct and seda name that is sent to is listened to, and the other way round.
 * A name made at run time counts for each system and operation that it can mean.
 */
final class RouteRoads {
    private static final Pattern IN_JAVA = Pattern.compile("\"(?:direct|seda):([a-z0-9-]+)\"");
    private static final Pattern MADE_AT_RUN_TIME = Pattern.compile("\\$\\{[^}]*}|\\{\\{[^}]*}}");
    private static final Set<String> SENDING = Set.of("to", "toD", "enrich", "wireTap", "deadLetterChannel");

    private record End(SourceFile file, int line, String name) {
        boolean means(String consumer) {
            String[] parts = MADE_AT_RUN_TIME.split(name, -1);
            return consumer.matches(String.join("[a-z0-9-]+", Stream.of(parts).map(Pattern::quote).toList()));
        }
    }

    private RouteRoads() {
    }

    static List<Offence> check(List<SourceFile> routes, List<SourceFile> java) {
        List<End> consumers = new ArrayList<>();
        List<End> producers = new ArrayList<>();
        routes.forEach(file -> YamlNode.documents(file.text()).forEach(document -> document.walk((key, node) -> collect(file, key, node, consumers, producers))));
        java.forEach(file -> file.all(IN_JAVA).forEach(hit -> producers.add(inJava(file, hit))));
        return Stream.concat(
                producers.stream().filter(sent -> consumers.stream().noneMatch(heard -> sent.means(heard.name())))
                        .map(sent -> sent.file().offence(sent.line(), "a route that listens to " + sent.name())),
                consumers.stream().filter(heard -> producers.stream().noneMatch(sent -> sent.means(heard.name())))
                        .map(heard -> heard.file().offence(heard.line(), "something that sends to " + heard.name()))).toList();
    }

    private static End inJava(SourceFile file, MatchResult hit) {
        return new End(file, file.lineOf(hit.start()), hit.group(1));
    }

    private static void collect(SourceFile file, String key, YamlNode node, List<End> consumers, List<End> producers) {
        String name = internalName(address(key, node), node.get("parameters").text("name"));
        if (name.isEmpty()) {
            return;
        }
        if (key.equals("from")) {
            consumers.add(new End(file, node.line(), name));
        } else if (SENDING.contains(key)) {
            producers.add(new End(file, node.line(), name));
        }
    }

    /** REST knows only the short form, a dead-letter channel has a member of its own. */
    private static String address(String key, YamlNode node) {
        return key.equals("deadLetterChannel") ? node.text("deadLetterUri") : node.text("uri") + node.text();
    }

    private static String internalName(String uri, String parameter) {
        if (uri.equals("direct") || uri.equals("seda")) {
            return parameter;
        }
        return uri.startsWith("direct:") || uri.startsWith("seda:") ? uri.substring(uri.indexOf(':') + 1).replaceAll("\\?.*", "") : "";
    }
}
