package nl.koppelwerk.relation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A language that the hub speaks: reasons in it, and what fields and constants are called. English reasons stand in {@link ReasonCode}. */
public enum Wording {
    EN,
    NL,
    FR;

    private static final String IT = "it";

    private final Map<String, String> labels = Catalogue.read("labels_" + tag() + ".properties").words();
    private final Map<String, String> reasons = name().equals("EN") ? Map.of() : Catalogue.read("reasons_" + tag() + ".properties").words();

    /** As {@code Accept-Language} names it. */
    public String tag() { return name().toLowerCase(Locale.ROOT); }

    public String text(Reason reason) { return spoken(own(reason), reasons.getOrDefault(reason.code().name(), reason.code().text())); }

    /** A vendor's own code may have a better one than refusals in general. */
    public String remedy(Reason reason) {
        var remedy = reasons.getOrDefault(reason.code().name() + ".remedy", reason.code().remedy());
        return reason.details().getOrDefault("remedy" + capital(tag()), spoken(reason, remedy));
    }

    /** @param subject as reasons name it; what is no known field stays as it is, and so does the part before a field */
    public String label(String subject) {
        int name = subject.lastIndexOf('/') + 1;
        return subject.substring(0, name) + labels.getOrDefault("field." + subject.substring(name), subject.substring(name));
    }

    /** All of a group by their constants, such as {@code state}. */
    public Map<String, String> labels(Group group) {
        var found = new TreeMap<String, String>();
        labels.forEach((key, label) -> {
            if (key.startsWith(group.prefix())) found.put(key.substring(group.prefix().length()), label);
        });
        return found;
    }

    /** What labels are of. */
    public enum Group {
        FIELD,
        SIDE,
        KIND,
        STATE,
        OUTCOME,
        BUCKET,
        COMPARISON,
        LINK_STATE,
        RUN_STATE,
        AUTHORIZATION;

        String prefix() { return name().toLowerCase(Locale.ROOT).replace('_', '-') + "."; }
    }

    Map<String, String> reasons() { return reasons; }

    Map<String, String> labels() { return labels; }

    /** What a vendor's own code means, where it is known in this language. */
    private Reason own(Reason reason) {
        var said = reason.details().get(tag());
        return said == null ? reason : reason.with("answer", said);
    }

    private String spoken(Reason reason, String template) {
        var subject = reason.subject();
        var name = subject.isEmpty() ? labels.get(IT) : label(subject);
        return reason.fill(template, subject.isEmpty() || Fields.named(subject).isPresent() ? capital(name) : name, name);
    }

    private static String capital(String word) { return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1); }
}
