package nl.koppelwerk.relation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sentence of ours as data, to be told in the language of whoever reads it.
 *
 * @param key   of a {@link Phrase} or a {@link ReasonCode}
 * @param facts what its placeholders stand for; {@code subject} becomes the label of a field. A fact may be a sentence or a word of ours itself
 */
public record Said(String key, Map<String, String> facts) {

    private static final String SUBJECT = "subject";
    private static final String MARK = "@";

    public Said {
        facts = Map.copyOf(facts);
    }

    static Said of(Phrase phrase) { return new Said(phrase.name(), Map.of()); }

    public static Said of(Reason reason) {
        var facts = new HashMap<>(reason.details());
        if (!reason.subject().isEmpty()) facts.put(SUBJECT, reason.subject());
        return new Said(reason.code().name(), facts);
    }

    String subject() { return facts.getOrDefault(SUBJECT, ""); }

    /** Of a sentence that is one. */
    Reason reason() {
        var details = new HashMap<>(facts);
        details.remove(SUBJECT);
        return new Reason(ReasonCode.valueOf(key), subject(), details);
    }

    public Said with(String fact, Object value) {
        var more = new HashMap<>(facts);
        more.put(fact, value instanceof Said said ? said.kept() : String.valueOf(value));
        return new Said(key, more);
    }

    public String in(Wording wording) { return wording.told(kept()); }

    /**
     * A word of the labels within a text of ours.
     *
     * @param label such as {@code word.street} or {@code link-state.active}; where there is none of that name, as of a list that a vendor named, its last part stands for itself
     */
    public static String word(String label) { return Wording.EN.labels().containsKey(label) ? MARK + label : label.substring(label.indexOf('.') + 1); }

    /** What a field is called within a text of ours, with its part before it: {@code contact:7/@field.email}; a role is {@code @word.role Customer}. */
    public static String field(String subject) {
        if (subject.startsWith(Wording.ROLE)) return word("word.role") + " " + subject.substring(Wording.ROLE.length());
        int name = subject.lastIndexOf('/') + 1;
        return subject.substring(0, name) + word("field." + subject.substring(name));
    }

    /** As a text that {@link Wording#told} takes for itself again, on one line: {@code @RUN_IS|state=@run-state.done}. */
    public String kept() {
        return MARK + key + new TreeMap<>(facts).entrySet().stream().map(fact -> "|" + fact.getKey() + "=" + escaped(fact.getValue())).collect(Collectors.joining());
    }

    /** What was kept so; empty for any other text. */
    static Optional<Said> read(String kept) {
        if (!kept.startsWith(MARK)) return Optional.empty();
        var parts = kept.substring(MARK.length()).split("\\|");
        boolean isOurs = Phrase.named(parts[0]).isPresent() || Arrays.stream(ReasonCode.values()).anyMatch(code -> code.name().equals(parts[0]));
        boolean isWhole = Arrays.stream(parts).skip(1).allMatch(part -> part.indexOf('=') > 0);
        return isOurs && isWhole ? Optional.of(new Said(parts[0], facts(parts))) : Optional.empty();
    }

    private static Map<String, String> facts(String[] parts) {
        var facts = new HashMap<String, String>();
        Arrays.stream(parts).skip(1).forEach(part -> facts.put(part.substring(0, part.indexOf('=')), unescaped(part.substring(part.indexOf('=') + 1))));
        return facts;
    }

    private static String escaped(String fact) { return fact.replace("%", "%25").replace("|", "%7C").replace("\n", "%0A"); }

    private static String unescaped(String kept) { return kept.replace("%0A", "\n").replace("%7C", "|").replace("%25", "%"); }
}
