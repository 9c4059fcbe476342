package nl.koppelwerk.sandbox.snelstart;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about SnelStart, row by row of its contract. */
final class SnSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("grants", "clientkey+password", "clientkey", "+client_credentials"),
            Switch.of("token-error-status", "400", "401"),
            Switch.of("token-error-body", "oauth", "empty"),
            Switch.of("expired-token-body", "empty", "apim-json", "message-object"),
            Switch.of("forbidden-body", "empty", "message-object"),
            Switch.of("server-error-body", "empty", "message-object", "html"),
            Switch.of("location-on-201", "absent", "present"),
            Switch.of("put-omission", "reset", "keep"),
            Switch.of("put-null", "clear", "keep", "reject-400"),
            Switch.of("empty-text", "null", "empty-string", "as-written"),
            Switch.of("empty-address", "object-with-nulls", "null", "object-with-country"),
            Switch.of("list-inactive", "include", "exclude"),
            Switch.of("item-inactive", "404", "200"),
            Switch.of("put-inactive", "ALG-0105", "404", "allow"),
            Switch.of("order", "insertion", "id", "shuffled-per-call"),
            Switch.of("orderby", "ignore", "reject-400", "apply"),
            Switch.of("modified-on-zone", "Europe/Amsterdam", "UTC"),
            Switch.of("modified-on-fraction", "variable", "none", "three-digits"),
            Switch.of("date-literals", "datetime-only", "+datetimeoffset", "+bare-iso"),
            Switch.of("filter-case", "strict", "lenient"),
            Switch.of("length-error", "model-state", "model-state-in-array", "rel-array", "empty-400"),
            Switch.of("not-found-body", "message-object", "empty"),
            Switch.of("hour-quota-status", "429", "403"),
            Switch.of("concurrency-status", "429", "403"),
            Switch.of("retry-after", "present", "absent", "text-only"),
            Switch.of("tier", "off", "test", "maatwerk", "productie"),
            Switch.of("relatiecode-zero", "assign", "REL-0008-on-zero"),
            Switch.of("kvk-rule", "8-digits", "max-12-any", "8-digits-if-NL"),
            Switch.of("memo-max", "none", "4000", "250"),
            Switch.of("land-ids", "per-administration", "fixed"),
            Switch.of("key-webhook-casing", "Pascal", "camel"),
            Switch.of("key-webhook-signature", "none", "hmac-sha256"),
            Switch.of("delete-body", "empty-object", "empty"));

    private SnSwitches() {
    }
}
