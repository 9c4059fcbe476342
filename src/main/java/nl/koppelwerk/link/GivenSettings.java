package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;

/** The settings that an office gave a link, and everything that is wrong with them. */
final class GivenSettings {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(7);

    private final JsonNode given;
    private final List<Reason> problems = new ArrayList<>();

    GivenSettings(JsonNode given) { this.given = given; }

    List<Reason> problems() { return List.copyOf(problems); }

    void flag(String name) { judge(name, JsonNode::isBoolean, Phrase.TRUE_OR_FALSE.said()); }

    void text(String name) { judge(name, value -> value.isTextual() && Text.TYPE.parse(value.asText()) instanceof Value.Present<?>, Phrase.TEXT.said()); }

    void email(String name) { judge(name, value -> value.isTextual() && EmailAddress.TYPE.parse(value.asText()) instanceof Value.Present<?>, Phrase.EMAIL.said()); }

    void oneOf(String name, List<String> allowed) {
        judge(name, value -> value.isTextual() && allowed.contains(value.asText()), Phrase.ONE_OF_THESE.with("known", String.join(", ", allowed)));
    }

    void durations(List<String> names) { names.forEach(name -> judge(name, GivenSettings::isInterval, Phrase.DURATION.said())); }

    static final List<String> MODES = List.of("at-once", "scheduled", "by-hand");

    /** When a link works: {@link Timetable}. */
    void timetable() {
        oneOf("mode", MODES);
        judge("zone", value -> ZoneId.getAvailableZoneIds().contains(value.asText()), Phrase.TIME_ZONE.said());
        judge("quietHours", value -> Timetable.Hours.parse(value.asText()).isPresent(), Phrase.TIMES_OF_DAY.said());
        countFromOne("batch");
        judge("schedule", value -> Timetable.expression(value.asText(), ZoneOffset.UTC).isPresent(), Phrase.CRON.said());
        if (given.path("mode").asText().equals("scheduled") && !given.has("schedule")) problems.add(invalid("schedule", Phrase.CRON_OF_MODE.said(), ""));
        if (given.has("batch") && !given.has("quietHours")) problems.add(invalid("quietHours", Phrase.TIMES_OF_BATCH.said(), ""));
    }

    void countFromOne(String name) { judge(name, value -> value.isInt() && value.asInt() >= 1, Phrase.WHOLE_FROM.with("least", 1)); }

    /** Some of these, in an order that counts, none twice. */
    void list(String name, List<String> allowed) {
        judge(name, value -> value.isArray() && !value.isEmpty() && texts(value).stream().allMatch(allowed::contains) && Set.copyOf(texts(value)).size() == value.size(),
            Phrase.SOME_OF_THESE.with("known", String.join(", ", allowed)));
    }

    /** Some whole numbers, none twice. */
    void numbers(String name) {
        judge(name, value -> value.isArray() && !value.isEmpty() && elements(value).allMatch(one -> one.isInt() && one.asInt() >= 0) && Set.copyOf(texts(value)).size() == value.size(),
            Phrase.WHOLE_NUMBERS.said());
    }

    static List<String> texts(JsonNode settings, String name, List<String> usual) { return settings.has(name) ? texts(settings.get(name)) : usual; }

    private static List<String> texts(JsonNode list) { return elements(list).map(JsonNode::asText).toList(); }

    private static Stream<JsonNode> elements(JsonNode list) { return StreamSupport.stream(list.spliterator(), false); }

    void countFromZero(String name) { judge(name, value -> value.isInt() && value.asInt() >= 0, Phrase.WHOLE_FROM.with("least", 0)); }

    /** A map must be there, even an empty one. */
    void map(String name, Said whatItIs, Predicate<String> key, Predicate<String> value, Said allowed) {
        var map = given.path(name);
        if (!map.isObject()) problems.add(invalid(name, whatItIs, told(map)));
        map.properties().stream().filter(entry -> !key.test(entry.getKey()) || !entry.getValue().isTextual() || !value.test(entry.getValue().asText()))
            .forEach(entry -> problems.add(invalid(name + "/" + entry.getKey(), allowed, told(entry.getValue()))));
    }

    void nothingElse(List<LinkType.Setting> known) {
        var unknown = new TreeSet<String>();
        given.fieldNames().forEachRemaining(unknown::add);
        known.forEach(setting -> unknown.remove(setting.name()));
        unknown.forEach(name -> problems.add(new Reason(ReasonCode.SETTING_UNKNOWN, name)));
    }

    private void judge(String name, Predicate<JsonNode> fits, Said allowed) {
        if (given.has(name) && !fits.test(given.get(name))) problems.add(invalid(name, allowed, told(given.get(name))));
    }

    private static String told(JsonNode given) { return given.isContainerNode() ? given.toString() : given.asText(); }

    private static boolean isInterval(JsonNode value) {
        try {
            return value.isTextual() && Duration.parse(value.asText()).compareTo(LEAST) >= 0 && Duration.parse(value.asText()).compareTo(MOST) <= 0;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private static Reason invalid(String name, Said allowed, String given) {
        return new Reason(ReasonCode.SETTING_INVALID, name, Map.of("allowed", allowed.kept(), "given", given.isEmpty() ? Phrase.LEFT_EMPTY.said().kept() : given));
    }
}
