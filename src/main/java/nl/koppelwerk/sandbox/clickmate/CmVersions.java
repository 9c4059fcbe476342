package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.SwitchPanel;

/** {@code ETag} and {@code If-Match}, made of the version that a record counts. */
final class CmVersions {

    private final SwitchPanel switches;
    private final CmErrors errors;

    CmVersions(SwitchPanel switches, CmErrors errors) {
        this.switches = switches;
        this.errors = errors;
    }

    Answer tagged(Answer answer, ObjectNode record) {
        return isChecked() ? answer.with("ETag", etag(record)) : answer;
    }

    void require(Call call, ObjectNode record) {
        if (!isChecked()) {
            return;
        }
        var given = call.header("If-Match").orElseThrow(() -> errors.refused(428, "say which version you have read"));
        if (!given.equals(etag(record))) {
            throw errors.refused(412, "the record has been changed since: now " + etag(record));
        }
    }

    private boolean isChecked() {
        return switches.is("concurrency", "etag-412");
    }

    private static String etag(ObjectNode record) {
        return "\"" + record.path("version").asText() + "\"";
    }
}
