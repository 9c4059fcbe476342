package nl.koppelwerk.support;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Requirement by requirement: the tests that prove it, or why none does. */
final class RequirementReport {
    /** One line of the list; the reason is empty where a test must prove it. */
    record Listed(String id, String text, String whyNot) {
        static Listed parse(String line) {
            String[] parts = line.split("\\|", -1);
            return new Listed(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }
    }

    private final List<Listed> listed;
    private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();

    RequirementReport(String list) {
        listed = list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Listed::parse).toList();
    }

    void proves(String requirement, String test) {
        tests.computeIfAbsent(requirement, id -> new TreeSet<>()).add(test);
    }

    /** Requirements that tests name and nobody listed, with those tests. */
    Map<String, SortedSet<String>> unknown() {
        List<String> ids = listed.stream().map(Listed::id).toList();
        return tests.entrySet().stream().filter(entry -> !ids.contains(entry.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Requirements without a test and without a reason. */
    List<String> open() {
        return listed.stream().filter(one -> one.whyNot().isEmpty() && !tests.containsKey(one.id())).map(Listed::id).toList();
    }

    String markdown() {
        String head = "# Requirements and their tests\n\n%d listed, %d proven by tests, %d open.\n\n| id | asks | proven by |\n| --- | --- | --- |\n"
                .formatted(listed.size(), listed.stream().filter(one -> tests.containsKey(one.id())).count(), open().size());
        return head + listed.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Listed one) {
        return "| %s | %s | %s |\n".formatted(one.id(), one.text(), proof(one));
    }

    private String proof(Listed one) {
        if (tests.containsKey(one.id())) {
            return String.join("<br>", tests.get(one.id()));
        }
        return one.whyNot().isEmpty() ? "**open**" : "no test: " + one.whyNot();
    }
}
