package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a vendor's sentence what could be a person's: the values we sent, numbers, dates, e-mail addresses. */
final class Mask {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STARS = "***";
    private static final int LONGEST = 200;
    /** One or two characters would mask every other word of the sentence. */
    private static final int SHORTEST = 3;
    private static final Pattern PERSONAL = Pattern.compile("\\S+@\\S+|\\+?\\d(?:[ ./-]?\\d){4,}");

    private final List<String> sent;

    private Mask(List<String> sent) { this.sent = sent; }

    static Mask of(byte[] body) {
        var texts = new ArrayList<String>();
        try {
            if (body != null) collect(JSON.readTree(body), texts);
        } catch (IOException form) {
            // Nothing to take out of it: a form carries a login, and a vendor does not repeat it in a refusal of content.
        }
        // The longest first: a surname inside an address must not save the rest of it.
        texts.sort(Comparator.comparingInt(String::length).reversed());
        return new Mask(texts);
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isContainerNode()) node.forEach(child -> collect(child, texts));
        else if (!node.isNull() && node.asText().length() >= SHORTEST) texts.add(node.asText());
    }

    String over(String sentence) {
        var masked = sentence;
        for (var text : sent) masked = masked.replaceAll("(?iu)" + Pattern.quote(text), STARS);
        masked = PERSONAL.matcher(masked).replaceAll(STARS).replaceAll("\\p{Cntrl}+", " ").strip();
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
