package nl.koppelwerk.sandbox.accounton;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/**
 * What nobody could tell about Accounton, row by row of the assumed contract. {@code import-seconds} and {@code compared-fields} count for imports
 * that are begun from then on; the others work at once. Not in the contract are the last three, which other vendors of
 * ours leave open as well, and imports that take no time.
 */
final class AtSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("channel", "http", "excel-only"),
            Switch.of("excel-columns", "known-part", "strict-unknown-column-error"),
            Switch.of("language-required", "yes", "no"),
            Switch.of("match", "national-number-then-email-and-name", "email-only"),
            Switch.of("couple", "one-client-two-relations", "two-clients"),
            Switch.of("invalid-rrn", "INVALID", "accepted-with-warning"),
            Switch.of("missing-rrn", "accepted", "INVALID"),
            Switch.of("shared-email", "accepted", "INVALID"),
            Switch.of("compared-fields", "all", "small"),
            Switch.of("import-seconds", "2", "0", "300", "fails-halfway"),
            Switch.of("warm-up", "none", "5-minutes"),
            Switch.of("apply-twice", "409-unless-same-key", "allowed"),
            Switch.of("apply-partial", "report-with-200", "all-or-nothing-422"),
            Switch.of("no-questionnaire", "row-left", "whole-422"),
            Switch.of("concurrency", "etag-412", "none"),
            Switch.of("mail", "recorded", "recorded-then-bounced"),
            Switch.of("label", "free", "list-only"),
            Switch.of("auth", "bearer", "api-key-header"),
            Switch.of("rate", "60-per-minute", "none"),
            Switch.of("webhooks", "none", "standard-webhooks"),
            Switch.of("removal", "405", "allowed"),
            Switch.of("delta", "modifiedSince-inclusive", "none"),
            Switch.of("idempotency", "supported", "ignored"),
            Switch.of("errors", "problem", "text"));

    private AtSwitches() {
    }
}
