package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordVersions;

/** {@code /relations/{id}/financial-status}: the summary of open items, with a version of its own; it moves nothing of the relation. */
final class CpFinancial {

    private final Bucket kept;
    private final RecordVersions versions;
    private final ProblemErrors errors;

    CpFinancial(Bucket kept, RecordVersions versions, ProblemErrors errors) {
        this.kept = kept;
        this.versions = versions;
        this.errors = errors;
    }

    Answer read(String relation) {
        var status = now(relation);
        var shown = status.deepCopy();
        shown.remove("version");
        return versions.tagged(Answer.json(200, shown), status);
    }

    Answer replace(Call call, String relation) {
        var before = now(relation);
        versions.require(call, before);
        var wanted = Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
        wanted.remove("version");
        var found = refusedIn(wanted);
        if (!found.isEmpty()) {
            throw errors.invalid(found);
        }
        var status = empty();
        status.setAll(wanted);
        kept.put(relation, status.put("version", before.get("version").intValue() + 1));
        return read(relation);
    }

    void clear() {
        kept.clear();
    }

    private static ArrayNode refusedIn(ObjectNode wanted) {
        var found = Json.array();
        CpFields.check(found, "/openAmount", wanted.hasNonNull("openAmount"), "REQUIRED");
        CpFields.check(found, "/asOf", wanted.hasNonNull("asOf"), "REQUIRED");
        wanted.properties().forEach(member -> {
            var pointer = "/" + member.getKey();
            switch (member.getKey()) {
                case "openAmount", "overdueAmount" -> CpFields.amount(found, pointer, member.getValue());
                case "oldestDueDate" -> CpFields.check(found, pointer, reads(member.getValue(), LocalDate::parse), "DATE_FORMAT");
                case "asOf" -> CpFields.check(found, pointer, reads(member.getValue(), Instant::parse), "MOMENT_FORMAT");
                default -> CpFields.check(found, pointer, false, "NOT_WRITABLE");
            }
        });
        return found;
    }

    private static boolean reads(JsonNode value, Function<String, Object> reader) {
        try {
            return value.isNull() || reader.apply(value.asText()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private ObjectNode now(String relation) {
        return kept.get(relation).orElseGet(() -> empty().put("version", 0));
    }

    private static ObjectNode empty() {
        return Json.object().putNull("openAmount").putNull("overdueAmount").putNull("oldestDueDate").putNull("asOf");
    }
}
