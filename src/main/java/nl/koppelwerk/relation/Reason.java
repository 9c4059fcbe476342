package nl.koppelwerk.relation;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Why something was or was not done, as data; the words and the remedy are those of its code.
 *
 * @param subject what it is about: a field's name, {@code part/field}, or empty for the whole relation
 * @param details facts for the sentence ({@code expected}, {@code limit}, {@code type}); never a sensitive value
 */
public record Reason(ReasonCode code, String subject, Map<String, String> details) {

    public Reason {
        details = Map.copyOf(details);
    }

    public Reason(ReasonCode code, String subject) { this(code, subject, Map.of()); }

    public Reason(ReasonCode code) { this(code, "", Map.of()); }

    public Reason about(String newSubject) { return new Reason(code, newSubject, details); }

    /** The same with one more fact for its sentence. */
    public Reason with(String detail, String fact) {
        var more = new HashMap<>(details);
        more.put(detail, fact);
        return new Reason(code, subject, more);
    }

    public String text() { return fill(code.text()); }

    /** A vendor's own code may have a better one than refusals in general. */
    public String remedy() { return details.getOrDefault("remedyEn", fill(code.remedy())); }

    private String fill(String template) { return subject.isEmpty() ? fill(template, "It", "it") : fill(template, subject, subject); }

    /** @param first what the subject is called where a sentence begins with it, and {@code name} within one */
    String fill(String template, String first, String name) {
        var filled = template.replaceFirst("^\\{subject}", Matcher.quoteReplacement(first)).replace("{subject}", name);
        for (var detail : details.entrySet()) filled = filled.replace("{" + detail.getKey() + "}", detail.getValue());
        return filled;
    }
}
