package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** For one hour the same {@code Idempotency-Key} gets the first answer again, whatever else the call says. */
final class EcoReplays {

    private static final long HOUR_MS = 3_600_000;

    private final Bucket kept;
    private final EcoTime time;

    EcoReplays(Bucket kept, EcoTime time) {
        this.kept = kept;
        this.time = time;
    }

    Answer answer(Call call, Supplier<Answer> asked) {
        var key = call.header("Idempotency-Key").filter(any -> !call.reads());
        if (key.isEmpty()) {
            return asked.get();
        }
        forgetOld();
        return kept.get(key.get()).map(EcoReplays::replayed).orElseGet(() -> first(key.get(), asked));
    }

    void clear() {
        kept.clear();
    }

    /** A refusal is an answer too. */
    private Answer first(String key, Supplier<Answer> asked) {
        Answer answer;
        try {
            answer = asked.get();
        } catch (Refused refused) {
            answer = refused.answer();
        }
        var record = Json.object().put("at", time.millis()).put("status", answer.status()).put("body", Base64.getEncoder().encodeToString(answer.body()));
        answer.headers().forEach(record.putObject("headers")::put);
        kept.put(key, record);
        return answer;
    }

    /** They were kept in the order of their age. */
    private void forgetOld() {
        for (var key : List.copyOf(kept.ids())) {
            var age = time.millis() - kept.get(key).orElseThrow().get("at").longValue();
            if (age >= 0 && age <= HOUR_MS) {
                return;
            }
            kept.remove(key);
        }
    }

    private static Answer replayed(ObjectNode record) {
        var headers = new LinkedHashMap<String, String>();
        record.get("headers").fields().forEachRemaining(header -> headers.put(header.getKey(), header.getValue().textValue()));
        return new Answer(record.get("status").intValue(), headers, Base64.getDecoder().decode(record.get("body").textValue())).with("X-ResultFromCache", "true");
    }
}
