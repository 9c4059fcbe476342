package nl.koppelwerk.sandbox.economic;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about e-conomic, row by row of its contract; the last two set the scene. */
final class EcoSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("unauthorized-body", "plain", "with-demo-link"),
            Switch.of("token-pair-status", "401", "400", "403"),
            Switch.of("rate-body", "plain", "problem", "empty"),
            Switch.of("retry-after", "absent", "present"),
            Switch.of("call-cost", "3", "by-verb"),
            Switch.of("bucket", "10000-per-60-s", "small"),
            Switch.of("last-page-next", "absent", "null", "repeats-last"),
            Switch.of("schema-failure", "array-with-schemaPath", "tree-like-E04300", "message-only"),
            Switch.of("missing-ref-code", "no-inner-code", "E06000"),
            Switch.of("too-long", "schema-failure", "tree-without-code"),
            Switch.of("delete-in-use", "400-without-code", "403", "409"),
            Switch.of("ref-conflict", "number-wins", "self-wins", "reject-400"),
            Switch.of("number-assign", "max-plus-one", "reuse-lowest-free"),
            Switch.of("renumber", "true", "false"),
            Switch.of("address-newlines", "keep", "strip", "reject"),
            Switch.of("deleted-contact", "200-with-deleted-true", "404"),
            Switch.of("contact-touches-customer", "no", "yes"),
            Switch.of("booleans", "as-live", "all-sent", "none-sent"),
            Switch.of("log-time-zone", "Europe/Copenhagen", "UTC"),
            Switch.of("cust-put-status", "204", "200"),
            Switch.of("event-types", "CUSTOMER_UPDATED,INVOICE_BOOKED", "long-invented-list"),
            Switch.of("hook-old-on-create", "empty", "repeated", "zero", "placeholder-left"),
            Switch.of("hook-new-on-delete", "empty", "repeated", "zero", "placeholder-left"),
            Switch.of("hook-placeholder-case", "ignored", "exact-upper"),
            Switch.of("hook-method", "POST", "GET"),
            Switch.of("hook-retries", "3", "0", "10"),
            Switch.of("hook-retry-spacing", "1-5-15-min", "immediate"),
            Switch.of("hook-timeout-s", "10", "2", "30"),
            Switch.of("hook-success", "2xx", "200-only", "below-400"),
            Switch.of("hook-disable-after", "never", "5", "20"),
            Switch.of("hook-order", "unordered", "in-order"),
            Switch.of("hook-content-type", "as-configured", "always-json-label"),
            Switch.of("hook-delay-ms", "0", "5000", "60000"),
            Switch.of("hook-unknown-placeholder", "left-verbatim", "emptied"),
            Switch.of("filter-brackets", "live", "documented"),
            Switch.of("validation-names", "errorMessage+inputValue", "message+value"),
            Switch.of("not-found-member", "message", "msg"),
            Switch.of("filter-in-text", "matches-nothing", "400"),
            Switch.of("grant", "active", "revoked", "module-missing"),
            Switch.form("foreign-cost-per-min", "0", "what other apps of the agreement take from the bucket", "\\d{1,6}"));

    private EcoSwitches() {
    }
}
