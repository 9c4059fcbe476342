package nl.koppelwerk.sandbox.clickmate;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about Clickmate, row by row of the assumed contract. {@code loose-contacts} says what a reset invents; the others work at once. */
final class CmSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("auth", "bearer", "basic", "api-key-header"),
            Switch.of("fields", "assumed", "minimal"),
            Switch.of("delta", "modifiedSince-inclusive", "none"),
            Switch.of("concurrency", "etag-412", "none"),
            Switch.of("idempotency", "supported", "ignored"),
            Switch.of("webhooks", "standard", "unsigned", "none"),
            Switch.of("echo", "yes", "no"),
            Switch.of("loose-contacts", "none", "some"),
            Switch.of("phone", "as-typed", "E.164"),
            Switch.of("address", "one street line", "split"),
            Switch.of("archived", "marked", "missing"),
            Switch.of("errors", "problem", "text"));

    private CmSwitches() {
    }
}
