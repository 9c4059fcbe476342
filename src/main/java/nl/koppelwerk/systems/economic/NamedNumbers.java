package nl.koppelwerk.systems.economic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.systems.WebhookDoor;

/**
 * The numbers that a webhook names. Of a new customer there is no old one and of a deleted one no new one; what stands there then is not
 * known: nothing, a nought, the same number again, or the placeholder itself.
 *
 * @param old     what the customer was called before
 * @param current what it is called now
 */
record NamedNumbers(Optional<String> old, Optional<String> current) {

    /** What we ask e-conomic to send. */
    static final String TEMPLATE = "old=[OLDNUMBER]&new=[NEWNUMBER]";

    private static final Pattern OLD = named("old");
    private static final Pattern NEW = named("new");
    /** As an office may have typed it by itself: {@code [OLDNUMBER]&[NEWNUMBER]}. */
    private static final Pattern BARE = Pattern.compile("([^&=]*)(?:&([^&=]*))?");

    /** By its name, in a form as well as in JSON: the type that the vendor says it has is the one that the office chose. */
    private static Pattern named(String name) {
        return Pattern.compile("(?i)(?<![a-z])" + name + "_?(?:number)?[\"']?\\s*[=:]\\s*[\"']?([1-9][0-9]{0,8})(?![\\w.-])");
    }

    /** @param texts the query of the address, and the body */
    static NamedNumbers in(String... texts) { return new NamedNumbers(first(texts, OLD, 1), first(texts, NEW, 2)); }

    private static Optional<String> first(String[] texts, Pattern name, int place) {
        return Stream.of(texts).flatMap(text -> number(text, name, place).stream()).findFirst();
    }

    private static Optional<String> number(String text, Pattern name, int place) {
        var named = name.matcher(text);
        if (named.find()) return Optional.of(named.group(1));
        return Optional.of(BARE.matcher(text.strip())).filter(Matcher::matches).map(bare -> bare(bare, place)).filter(EconomicCalls::isNumber);
    }

    /** One alone is what the customer is called now. */
    private static String bare(Matcher text, int place) {
        boolean isAlone = text.group(2) == null;
        return isAlone ? (place == 2 ? text.group(1) : "") : text.group(place).strip();
    }

    /** A renumbering is said of both: whichever the hub knows, it looks. */
    List<Hint> hints(WebhookDoor.Addressee called) {
        var before = old.filter(number -> !current.equals(Optional.of(number)));
        var now = current.map(number -> hint(called, number).was(before.orElse("")));
        return Stream.concat(now.stream(), before.map(number -> hint(called, number)).stream()).toList();
    }

    private static Hint hint(WebhookDoor.Addressee called, String number) { return Hint.told(called.link(), called.side(), number); }
}
