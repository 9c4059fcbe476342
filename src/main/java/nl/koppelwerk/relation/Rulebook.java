package nl.koppelwerk.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What link types and connectors say of themselves in English, in one other language: a text file with the English sentence on a line and each
 * other language on an indented line below it, {@code nl: …}.
 */
record Rulebook(Map<String, String> sentences) {

    /** @throws IllegalStateException for a sentence that stands there twice */
    static Rulebook read(String language) {
        try (var bytes = Rulebook.class.getResourceAsStream("/words/rulebook.txt")) {
            return of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8), language);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Rulebook of(String text, String language) {
        var mark = language + ": ";
        var sentences = new HashMap<String, String>();
        var english = "";
        for (var line : text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
            if (!line.startsWith(" ")) english = line;
            else if (line.strip().startsWith(mark) && sentences.put(english, line.strip().substring(mark.length())) != null) throw new IllegalStateException("twice: " + english);
        }
        return new Rulebook(Map.copyOf(sentences));
    }
}
