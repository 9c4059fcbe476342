package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordVersions;

/** {@code /settings}: whether and when customers go to e-conomic, and whether Clickmate hears of those made there. */
final class CmSettings {

    private static final Set<String> NAMES = Set.of("integrationEnabled", "transferMoment", "receiveFromEconomic");

    private final Bucket kept;
    private final RecordVersions versions;
    private final ProblemErrors errors;

    CmSettings(Bucket kept, RecordVersions versions, ProblemErrors errors) {
        this.kept = kept;
        this.versions = versions;
        this.errors = errors;
    }

    Answer read() {
        var settings = now();
        return versions.tagged(Answer.json(200, settings.deepCopy().without("version")), settings);
    }

    Answer replace(Call call) {
        var before = now();
        versions.require(call, before);
        var wanted = Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
        var refused = Json.array();
        NAMES.forEach(name -> error(name, wanted.path(name)).ifPresent(code -> refused.addObject().put("pointer", "/" + name).put("code", code)));
        if (!refused.isEmpty()) {
            throw errors.invalid(refused);
        }
        wanted.retain(NAMES);
        kept.put("settings", wanted.put("version", before.get("version").intValue() + 1));
        return read();
    }

    private static Optional<String> error(String name, JsonNode value) {
        var isMoment = name.equals("transferMoment");
        var fits = isMoment ? value.asText().matches("ON_CREATE|ON_ACTIVATION") : value.isBoolean();
        return fits ? Optional.empty() : Optional.of(isMoment ? "MOMENT_VALUE" : "NOT_TRUE_OR_FALSE");
    }

    private ObjectNode now() {
        return kept.get("settings").orElseGet(() -> Json.object().put("integrationEnabled", true).put("transferMoment", "ON_ACTIVATION")
                .put("receiveFromEconomic", true).put("version", 1));
    }
}
