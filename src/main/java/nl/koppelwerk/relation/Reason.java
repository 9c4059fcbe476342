package nl.koppelwerk.relation;

import java.util.HashMap;
import java.util.Map;

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

    private String fill(String template) {
        return Wording.EN.filled(template, subject.isEmpty() ? "It" : subject, subject.isEmpty() ? "it" : subject, details);
    }
}
