package nl.koppelwerk.relation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A language that the hub speaks: reasons and other sentences in it, and what fields and constants are called. The English of reasons stands in
 * {@link ReasonCode}, that of other sentences in {@link Phrase}.
 */
public enum Wording {
    EN,
    NL,
    FR;

    private static final String IT = "it";
    /** How the subject of a role begins; its name is the office's own. */
    static final String ROLE = "role:";
    /** A word of ours within a text, by its key in the labels; within an e-mail address there is none. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w.@-])@([a-z][a-z-]*\\.[A-Za-z0-9-]+)");

    private final Map<String, String> labels = Catalogue.read("labels_" + tag() + ".properties").words();
    private final Map<String, String> reasons = name().equals("EN") ? Map.of() : Catalogue.read("reasons_" + tag() + ".properties").words();
    private final Map<String, String> phrases = name().equals("EN") ? Map.of() : Catalogue.read("phrases_" + tag() + ".properties").words();

    private final Map<String, String> rules = name().equals("EN") ? Map.of() : Rulebook.read(tag()).sentences();

    /** As {@code Accept-Language} names it. */
    public String tag() { return name().toLowerCase(Locale.ROOT); }

    public String text(Reason reason) {
        return spoken(reason.subject(), own(reason).details(), reasons.getOrDefault(reason.code().name(), reason.code().text()));
    }

    /** A vendor's own code may have a better one than refusals in general. */
    public String remedy(Reason reason) {
        var remedy = reasons.getOrDefault(reason.code().name() + ".remedy", reason.code().remedy());
        return reason.details().getOrDefault("remedy" + capital(tag()), spoken(reason.subject(), reason.details(), remedy));
    }

    /**
     * A text of ours that may hold sentences as data, one a line, and words by their labels; any other text stays as it is.
     *
     * @param text such as why a run waits, or a fact of a reason
     */
    public String told(String text) {
        if (text.indexOf('@') < 0) return text;
        if (text.lines().noneMatch(line -> Said.read(line).isPresent())) return words(text);
        return text.lines().map(line -> Said.read(line).map(this::sentence).orElseGet(() -> words(line))).collect(Collectors.joining(" "));
    }

    private String words(String line) {
        return WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(labels.getOrDefault(word.group(1), word.group())));
    }

    private String sentence(Said said) {
        return Phrase.named(said.key()).map(phrase -> spoken(said.subject(), said.facts(), phrases.getOrDefault(phrase.name(), phrase.text())))
            .orElseGet(() -> text(said.reason()));
    }

    /** @param subject as reasons name it; what is no known field stays as it is, and so does the part before a field */
    public String label(String subject) {
        if (subject.startsWith(ROLE)) return labels.get("word.role") + " " + subject.substring(ROLE.length());
        int name = subject.lastIndexOf('/') + 1;
        return subject.substring(0, name) + labels.getOrDefault("field." + subject.substring(name), subject.substring(name));
    }

    /** What a rulebook or a connector says of itself; what is no sentence of one, such as the usual value of a setting, stays as it is. */
    public String rule(String english) { return rules.getOrDefault(english, english); }

    /** What an answer of this HTTP status is called that refuses something. */
    public String title(int status) {
        var usual = labels.get(status < 500 ? "problem.422" : "problem.500");
        return capital(labels.getOrDefault("problem." + status, usual));
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
        AUTHORIZATION,
        RUN_KIND,
        DELIVERY_STATE,
        CERTIFICATE,
        TOKEN_STATE,
        CHECK,
        ROLE,
        LANGUAGE,
        LIST,
        WORD,
        PROBLEM;

        String prefix() { return name().toLowerCase(Locale.ROOT).replace('_', '-') + "."; }
    }

    Map<String, String> reasons() { return reasons; }

    Map<String, String> phrases() { return phrases; }

    Map<String, String> rules() { return rules; }

    Map<String, String> labels() { return labels; }

    /** What a vendor's own code means, where it is known in this language. */
    private Reason own(Reason reason) {
        var said = reason.details().get(tag());
        return said == null ? reason : reason.with("answer", said);
    }

    private String spoken(String subject, Map<String, String> facts, String template) {
        var name = subject.isEmpty() ? labels.get(IT) : label(subject);
        return filled(template, subject.isEmpty() || subject.startsWith(ROLE) || Fields.named(subject).isPresent() ? capital(name) : name, name, facts);
    }

    /** @param first what the subject is called where a sentence begins with it, and {@code name} within one */
    String filled(String template, String first, String name, Map<String, String> facts) {
        var filled = template.replaceFirst("^\\{subject}", Matcher.quoteReplacement(first)).replace("{subject}", name);
        for (var fact : facts.entrySet()) filled = filled.replace("{" + fact.getKey() + "}", Calendar.told(fact.getKey(), told(fact.getValue()), this));
        return filled;
    }

    private static String capital(String word) { return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1); }
}
