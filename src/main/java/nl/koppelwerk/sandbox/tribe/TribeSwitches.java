package nl.koppelwerk.sandbox.tribe;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about Tribe, row by row of its contract, and what the hub assumes about creates and updates. */
final class TribeSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("update-verb", "put", "post-with-id", "both"),
            Switch.of("put-omission", "keep", "reset"),
            Switch.of("put-null", "clear", "ignore", "400"),
            Switch.form("signature-header", "X-Tribe-Webhook-Signature", "any header name, none", "[A-Za-z0-9-]+"),
            Switch.of("signature-digest", "hmac-sha512", "sha512-secret-body", "sha512-body-secret"),
            Switch.form("signature-secret", "tribe-demo-webhook-secret", "any text", ".+"),
            Switch.of("hook-retries", "3", "0", "20"),
            Switch.of("hook-order", "unordered", "in-order"),
            Switch.of("hook-echo", "yes", "no"),
            Switch.of("hook-actor", "absent", "employee-id"),
            Switch.of("hook-payload", "entityId-only", "with-type-and-mutation"),
            Switch.of("page-default", "100", "20", "unlimited"),
            Switch.of("page-max", "1000", "200", "unlimited"),
            Switch.of("page-over", "capped", "400"),
            Switch.of("next-link", "absent", "present"),
            Switch.of("filter-last-mutation", "works", "400", "ignored"),
            Switch.of("order", "insertion", "shuffled-per-call"),
            Switch.of("import-id", "works", "ignored", "400"),
            Switch.of("error-body", "odata", "text", "empty"),
            Switch.of("rate", "none", "60/min", "60/min-without-retry-after"),
            Switch.of("etag", "none", "sent-and-ignored", "enforced-412"),
            Switch.of("token-seconds", "3600", "86400", "60", "absent"),
            Switch.of("offline-scope", "400", "accepted"),
            Switch.of("organization-id", "optional", "required"),
            Switch.of("field-case", "Pascal", "camel-on-read"),
            Switch.of("plus-in-query", "400", "accepted"),
            Switch.of("function-field", "Role-reference", "Department", "text-custom-field"),
            Switch.of("gender-values", "Man/Vrouw/Onbekend", "Male/Female", "null-only"),
            Switch.of("house-number-letters", "400", "kept-in-suffix"),
            Switch.of("person-address", "navigation-Address", "Address-with-AddressType"),
            Switch.of("child-touches-parent", "no", "yes"),
            Switch.of("kvk-link", "on", "off"),
            Switch.of("dirty-names", "on", "off"),
            Switch.of("create-answer", "record", "id-only", "empty-with-location"),
            Switch.of("update-answer", "record", "empty-204"));

    private TribeSwitches() {
    }
}
