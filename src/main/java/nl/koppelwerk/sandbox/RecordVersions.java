package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code ETag} and {@code If-Match}, made of the version that a record counts; where a switch has it, the version stands in the body instead. */
public final class RecordVersions {

    private final SwitchPanel switches;
    private final ProblemErrors errors;

    public RecordVersions(SwitchPanel switches, ProblemErrors errors) {
        this.switches = switches;
        this.errors = errors;
    }

    public Answer tagged(Answer answer, ObjectNode record) {
        return switches.is("concurrency", "etag-412") ? answer.with("ETag", etag(record)) : answer;
    }

    /** Refuses a write that does not name the version of now. */
    public void require(Call call, ObjectNode record) {
        switch (switches.get("concurrency")) {
            case "etag-412" -> requireTag(call, record);
            case "version-in-body-409" -> requireMember(call, record);
            default -> { }
        }
    }

    private void requireTag(Call call, ObjectNode record) {
        var given = call.header("If-Match").orElseThrow(() -> errors.refused(428, "say which version you have read"));
        if (!given.equals(etag(record))) {
            throw errors.refused(412, "the record has been changed since: now " + etag(record));
        }
    }

    private void requireMember(Call call, ObjectNode record) {
        var given = Json.readObject(call.body()).filter(body -> body.path("version").isIntegralNumber())
                .orElseThrow(() -> errors.refused(428, "say in version what you have read"));
        if (given.get("version").intValue() != record.path("version").asInt()) {
            throw errors.refused(409, "the record has been changed since: now version " + record.path("version").asText());
        }
    }

    private static String etag(ObjectNode record) {
        return "\"" + record.path("version").asText() + "\"";
    }
}
