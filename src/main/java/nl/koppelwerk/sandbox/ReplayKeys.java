package nl.koppelwerk.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** {@code Idempotency-Key}: the answer to what was done is kept for 24 hours of the sandbox's clock and given again; what was refused is not. */
public final class ReplayKeys {

    private static final long KEPT_FOR = Duration.ofHours(24).toMillis();

    private final Bucket kept;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final ProblemErrors errors;

    public ReplayKeys(Bucket kept, SwitchPanel switches, SandboxClock clock, ProblemErrors errors) {
        this.kept = kept;
        this.switches = switches;
        this.clock = clock;
        this.errors = errors;
    }

    public void clear() {
        kept.clear();
    }

    public Answer once(Call call, Supplier<Answer> work) {
        if (switches.is("idempotency", "ignored")) {
            return work.get();
        }
        var key = key(call);
        forgetOld();
        var asked = sum(call);
        if (kept.has(key)) {
            return again(key, asked);
        }
        var answer = work.get();
        var record = Json.object().put("asked", asked).put("at", clock.millis()).put("status", answer.status())
                .put("body", new String(answer.body(), StandardCharsets.UTF_8));
        answer.headers().forEach(record.putObject("headers")::put);
        kept.put(key, record);
        return answer;
    }

    /** A structured-field string is quoted; without quotes it is taken as well. */
    private String key(Call call) {
        return call.header("Idempotency-Key").map(text -> text.strip().replaceAll("^\"|\"$", "")).filter(text -> !text.isEmpty())
                .orElseThrow(() -> errors.refused(400, "Idempotency-Key is missing"));
    }

    private Answer again(String key, String asked) {
        var record = kept.get(key).orElseThrow();
        if (!record.get("asked").textValue().equals(asked)) {
            throw errors.refused(422, "this Idempotency-Key came with another request before");
        }
        var answer = new Answer(record.get("status").intValue(), new LinkedHashMap<>(), record.get("body").textValue().getBytes(StandardCharsets.UTF_8));
        record.get("headers").properties().forEach(header -> answer.with(header.getKey(), header.getValue().textValue()));
        return answer;
    }

    /** They stand in the order in which they came. */
    private void forgetOld() {
        while (kept.size() > 0) {
            var oldest = kept.ids().iterator().next();
            if (kept.get(oldest).orElseThrow().get("at").longValue() > clock.millis() - KEPT_FOR) {
                return;
            }
            kept.remove(oldest);
        }
    }

    private static String sum(Call call) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((call.method() + " " + call.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(call.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
