package nl.koppelwerk.sandbox.adminconsult;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The office's server: whether it is on, keys for tokens, what a token allows, and the limit of a minute, which a token's own call does not count in. */
final class AdcAccess {

    private static final Map<String, String> KEYS = Map.of("admin-consult-demo-key", "all", "admin-consult-bare-key", "bare");
    private static final ZoneId OFFICE = ZoneId.of("Europe/Brussels");
    private static final Pattern ABOUT_CUSTOMERS = Pattern.compile("customer.*");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String WARM_UP = "first use";

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Quota quota;
    private final Bucket tokens;
    private final Ids ids;
    private final AdcErrors errors;

    AdcAccess(SwitchPanel switches, SandboxClock clock, Bucket tokens, Ids ids, AdcErrors errors) {
        this.switches = switches;
        this.clock = clock;
        this.quota = new Quota(switches, clock);
        this.tokens = tokens;
        this.ids = ids;
        this.errors = errors;
    }

    void requireUp() {
        var hour = Instant.ofEpochMilli(clock.millis()).atZone(OFFICE).getHour();
        if (switches.is("availability", "off-22-06") && (hour >= 22 || hour < 6)) {
            throw errors.refused(503, "The server is off");
        }
    }

    Answer token(String key) {
        var allowed = KEYS.get(key);
        if (allowed == null) {
            throw errors.refused(401, "The API key " + key + " is not known");
        }
        if (!tokens.has(WARM_UP)) {
            tokens.put(WARM_UP, Json.object().put("at", clock.millis()));
        }
        var end = clock.millis() + Long.parseLong(switches.get("token-seconds")) * 1000;
        var token = ids.uuid();
        tokens.put(token, Json.object().put("allowed", allowed).put("end", end));
        return Answer.json(200, Json.object().put("TokenGuid", token).put("TimeToLive", MOMENT.format(Instant.ofEpochMilli(end).atZone(ZoneId.of(switches.get("time-zone"))))));
    }

    /** Refuses who shows no token that lives, has no right there, or has used up the minute. */
    void check(Call call, String resource) {
        var token = call.header("synetonToken").flatMap(tokens::get).filter(found -> found.path("end").asLong() > clock.millis())
                .orElseThrow(() -> switches.is("expired-token", "401") ? errors.refused(401, "The token is not valid any more") : errors.withoutRight());
        quota.take("office", switches.is("rate", "none") ? "none" : "60/min").ifPresent(wait -> { throw errors.throttling(); });
        if (isWarmingUp()) {
            throw errors.refused(403, "The module is being activated, please try again later.");
        }
        if (token.get("allowed").textValue().equals("bare") && ABOUT_CUSTOMERS.matcher(resource).matches()) {
            throw errors.withoutRight();
        }
    }

    int rateLimit() {
        var own = switches.get("quota");
        return own.endsWith("/min") ? Integer.parseInt(own.replace("/min", "")) : switches.is("rate", "none") || own.equals("none") ? 0 : 60;
    }

    private boolean isWarmingUp() {
        if (switches.is("warm-up", "none")) {
            return false;
        }
        var first = tokens.get(WARM_UP).map(use -> use.get("at").longValue()).orElse(clock.millis());
        return clock.millis() < first + Duration.ofMinutes(Long.parseLong(switches.get("warm-up"))).toMillis();
    }
}
