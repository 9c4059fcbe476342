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
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
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

    void flag(String name) { judge(name, JsonNode::isBoolean, "true or false"); }

    void text(String name) { judge(name, value -> value.isTextual() && Text.TYPE.parse(value.asText()) instanceof Value.Present<?>, "a text"); }

    void email(String name) { judge(name, value -> value.isTextual() && EmailAddress.TYPE.parse(value.asText()) instanceof Value.Present<?>, "an e-mail address"); }

    void oneOf(String name, List<String> allowed) {
        judge(name, value -> value.isTextual() && allowed.contains(value.asText()), "one of: " + String.join(", ", allowed));
    }

    void durations(List<String> names) { names.forEach(name -> judge(name, GivenSettings::isInterval, "a duration from one second to a week, such as PT5M")); }

    static final List<String> MODES = List.of("at-once", "scheduled", "by-hand");

    /** When a link works: {@link Timetable}. */
    void timetable() {
        oneOf("mode", MODES);
        judge("zone", value -> ZoneId.getAvailableZoneIds().contains(value.asText()), "a time zone such as Europe/Amsterdam");
        judge("quietHours", value -> Timetable.Hours.parse(value.asText()).isPresent(), "two times of the day such as 22:00-06:00");
        countFromOne("batch");
        judge("schedule", value -> Timetable.expression(value.asText(), ZoneOffset.UTC).isPresent(), "a cron expression with seconds, such as 0 0 7,19 * * ?");
        if (given.path("mode").asText().equals("scheduled") && !given.has("schedule")) problems.add(invalid("schedule", "a cron expression, because the mode is scheduled", ""));
        if (given.has("batch") && !given.has("quietHours")) problems.add(invalid("quietHours", "two times of the day, because there is a batch", ""));
    }

    void countFromOne(String name) { judge(name, value -> value.isInt() && value.asInt() >= 1, "a whole number from 1"); }

    /** Some of these, in an order that counts, none twice. */
    void list(String name, List<String> allowed) {
        judge(name, value -> value.isArray() && !value.isEmpty() && texts(value).stream().allMatch(allowed::contains) && Set.copyOf(texts(value)).size() == value.size(),
            "a list of some of " + String.join(", ", allowed) + ", each once");
    }

    /** Some whole numbers, none twice. */
    void numbers(String name) {
        judge(name, value -> value.isArray() && !value.isEmpty() && elements(value).allMatch(one -> one.isInt() && one.asInt() >= 0) && Set.copyOf(texts(value)).size() == value.size(),
            "a list of whole numbers from 0, each once");
    }

    static List<String> texts(JsonNode settings, String name, List<String> usual) { return settings.has(name) ? texts(settings.get(name)) : usual; }

    private static List<String> texts(JsonNode list) { return elements(list).map(JsonNode::asText).toList(); }

    private static Stream<JsonNode> elements(JsonNode list) { return StreamSupport.stream(list.spliterator(), false); }

    void countFromZero(String name) { judge(name, value -> value.isInt() && value.asInt() >= 0, "a whole number from 0"); }

    /** A map must be there, even an empty one. */
    void map(String name, String whatItIs, Predicate<String> key, Predicate<String> value, String allowed) {
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

    private void judge(String name, Predicate<JsonNode> fits, String allowed) {
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

    private static Reason invalid(String name, String allowed, String given) {
        return new Reason(ReasonCode.SETTING_INVALID, name, Map.of("allowed", allowed, "given", given.isEmpty() ? "left empty" : given));
    }
}
