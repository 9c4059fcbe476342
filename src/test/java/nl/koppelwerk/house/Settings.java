package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What application.properties declares is read, what is read is declared there, and each key says in a comment what it is. */
final class Settings {
    private static final Pattern LINE = Pattern.compile("^([^#!\\s][^=]*?)\\s*=.*$");
    private static final Pattern IN_ROUTE = Pattern.compile("\\{\\{\\??([A-Za-z][\\w.-]*)");
    private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{([A-Za-z][\\w.-]*)");
    private static final Pattern ASKED_IN_JAVA = Pattern.compile(
            "(?:@ConfigProperty\\(\\s*(?:name\\s*=\\s*)?|get(?:Optional)?Value\\(\\s*|setting\\(\\s*)\"([\\w.\"-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"(koppelwerk\\.[a-z0-9.-]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(\\s*prefix\\s*=\\s*\"([\\w.-]+)\"");
    /** Read by the frameworks, which warn of a key that they do not know. */
    private static final Set<String> FRAMEWORKS = Set.of("quarkus", "camel", "mp", "smallrye");

    private final SourceFile properties;
    private final Map<String, Integer> declared = new LinkedHashMap<>();
    private final List<Offence> uncommented = new ArrayList<>();

    Settings(SourceFile properties) {
        this.properties = properties;
        boolean explained = false;
        int number = 0;
        for (String line : properties.text().split("\n", -1)) {
            number++;
            var key = LINE.matcher(line);
            if (key.matches()) {
                declare(key.group(1), number, explained);
            }
            explained = line.startsWith("# ") && !line.startsWith("# ---");
        }
    }

    private void declare(String key, int line, boolean explained) {
        if (!explained) {
            uncommented.add(properties.offence(line, "a comment above " + key + ": what, unit, default, when to touch it"));
        }
        declared.putIfAbsent(key, line);
    }

    Set<String> keys() {
        return declared.keySet();
    }

    List<Offence> uncommented() {
        return uncommented;
    }

    /** A profile may change a key, but the key itself is declared without one. */
    List<Offence> unread(List<SourceFile> routes, List<SourceFile> java) {
        Set<String> read = Stream.of(found(IN_ROUTE, routes), found(LITERAL, java), found(ASKED_IN_JAVA, java), found(IN_PROPERTIES, List.of(properties)))
                .flatMap(map -> map.keySet().stream()).collect(Collectors.toSet());
        Set<String> prefixes = found(MAPPING, java).keySet();
        return declared.entrySet().stream()
                .filter(entry -> !isRead(unprofiled(entry.getKey()), read, prefixes))
                .map(entry -> properties.offence(entry.getValue(), "something that reads " + entry.getKey())).toList();
    }

    private static boolean isRead(String key, Set<String> read, Set<String> prefixes) {
        return FRAMEWORKS.contains(key.replaceAll("\\..*", "")) || read.contains(key) || prefixes.stream().anyMatch(prefix -> key.startsWith(prefix + "."));
    }

    List<Offence> undeclared(List<SourceFile> routes, List<SourceFile> java) {
        Map<String, Offence> read = new HashMap<>(found(IN_ROUTE, routes));
        found(ASKED_IN_JAVA, java).forEach(read::putIfAbsent);
        return read.entrySet().stream().filter(entry -> !declared.containsKey(entry.getKey())).map(Map.Entry::getValue).toList();
    }

    private Map<String, Offence> found(Pattern pattern, List<SourceFile> files) {
        Map<String, Offence> keys = new HashMap<>();
        for (SourceFile file : files) {
            for (MatchResult hit : file.all(pattern)) {
                keys.putIfAbsent(hit.group(1), file.offence(file.lineOf(hit.start()), hit.group(1) + " declared in " + properties.path()));
            }
        }
        return keys;
    }

    private static String unprofiled(String key) {
        return key.startsWith("%") ? key.substring(key.indexOf('.') + 1) : key;
    }
}
