package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.CodeBook;
import nl.koppelwerk.systems.Phrasing;

/**
 * The error documents of SnelStart and of the gateway before it: an array of broken rules, each with its code; what did not fit the
 * model, by its path; or one message, with a small letter or a capital.
 *
 * @param right that the call needs; a 403 without words means that it is lacking
 */
record SnelStartPhrasing(String right) implements Phrasing {

    /** The portal's list of codes. */
    static final CodeBook CODES = CodeBook.read(SnelStartPhrasing.class, "codes.txt");

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-[0-9]{4}");
    private static final Pattern SECONDS = Pattern.compile("(?i)try again in (\\d{1,6}) seconds?");
    private static final Pattern REPLENISHED = Pattern.compile("(?i)replenished in (\\d{1,3}):(\\d{2}):(\\d{2})");

    @Override public List<Complaint> complaints(JsonNode document) {
        var found = new ArrayList<Complaint>();
        if (document.isArray()) document.forEach(one -> collect(one, found));
        else collect(document, found);
        return found;
    }

    private static void collect(JsonNode one, List<Complaint> found) {
        var code = text(one, "errorCode");
        var misfits = member(one, "modelState");
        if (CODE.matcher(code).matches()) found.add(new Complaint("", text(one, "message"), code, CODES.entry(code)));
        else if (misfits.isObject()) misfits.properties().forEach(misfit -> found.add(new Complaint(pointer(misfit.getKey()), said(misfit.getValue()), "")));
        else if (!text(one, "message").isEmpty()) found.add(new Complaint("", text(one, "message"), ""));
    }

    /** {@code relatie.VestigingsAdres.Straat} is what was sent as vestigingsAdres/straat. */
    private static String pointer(String path) {
        return Arrays.stream(path.replaceAll("\\[\\d*]", "").split("\\.")).skip(1).filter(step -> !step.isEmpty())
            .map(step -> Character.toLowerCase(step.charAt(0)) + step.substring(1)).collect(Collectors.joining("/"));
    }

    private static String said(JsonNode messages) {
        return messages.isArray() ? StreamSupport.stream(messages.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(" ")) : messages.asText("");
    }

    @Override public String denial(int status, JsonNode document) {
        if (isAboutSubscription(document)) return Phrase.SUBSCRIPTION_REFUSED.said().kept();
        return status == 403 && !right.isEmpty() ? Phrase.RIGHT_LACKING.with("right", right).kept() : "";
    }

    static boolean isAboutSubscription(JsonNode document) { return words(document).contains("subscription key"); }

    /** Which status a spent quota has is not known; the gateway's own is 403. */
    @Override public boolean throttles(JsonNode document) { return words(document).matches("(?s).*(rate limit|call volume quota).*"); }

    @Override public String wait(JsonNode document) {
        var seconds = SECONDS.matcher(text(document, "message"));
        if (seconds.find()) return seconds.group(1);
        var time = REPLENISHED.matcher(text(document, "message"));
        return time.find() ? String.valueOf((Long.parseLong(time.group(1)) * 60 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3))) : "";
    }

    private static String words(JsonNode document) { return text(document, "message").toLowerCase(Locale.ROOT); }

    private static String text(JsonNode node, String name) { return member(node, name).asText("").strip(); }

    private static JsonNode member(JsonNode node, String name) {
        return node.has(name) ? node.path(name) : node.path(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
}
