package nl.koppelwerk.sandbox.compenda;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about Compenda, row by row of the assumed contract. {@code dirty} says what a reset invents; the others work at once. */
final class CpSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("auth", "bearer", "basic", "api-key-header"),
            Switch.of("tenant", "host", "path", "header"),
            Switch.of("delta", "modifiedSince-inclusive", "none"),
            Switch.of("field-stamps", "present", "absent"),
            Switch.of("concurrency", "etag-412", "version-in-body-409", "none"),
            Switch.of("update", "merge-patch", "full-put"),
            Switch.of("idempotency", "supported", "ignored"),
            Switch.of("webhooks", "standard", "unsigned", "none"),
            Switch.of("primary", "exactly-one", "none-marked", "several-marked"),
            Switch.of("both-roles", "yes", "no"),
            Switch.of("payment-terms", "days", "text"),
            Switch.of("credit-currency", "EUR", "missing"),
            Switch.of("address", "split", "one-line street"),
            Switch.of("dirty", "some", "clean"),
            Switch.of("echo", "yes", "no"),
            Switch.of("archived", "marked", "missing"),
            Switch.of("errors", "problem", "text"));

    private CpSwitches() {
    }
}
