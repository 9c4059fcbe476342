package nl.koppelwerk.sandbox.advocaatcentraal;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/**
 * What nobody could tell about AdvocaatCentraal, row by row of the assumed contract. {@code extra-types}, {@code duplicates}
 * and {@code dirty-kvk} say what a reset invents; the others work at once.
 */
final class AcSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("auth", "api-key-header", "basic-user-password", "bearer"),
            Switch.of("wrong-office-status", "403", "404"),
            Switch.of("delta", "modifiedSince-inclusive", "exclusive", "none"),
            Switch.of("time-precision", "seconds", "milliseconds", "minutes"),
            Switch.of("time-zone", "UTC-with-Z", "local-without-zone"),
            Switch.of("order", "modified-then-id", "id", "shuffled"),
            Switch.of("removed-in-list", "with-marks", "missing"),
            Switch.of("deleted-item", "200-with-mark", "404", "410"),
            Switch.of("child-touches-parent", "yes", "no"),
            Switch.of("concurrency", "etag-412", "none", "version-in-body-409"),
            Switch.of("update", "merge-patch", "full-put"),
            Switch.of("contact-ids", "stable", "renumbered-on-change"),
            Switch.of("duplicate-address-type", "no", "yes"),
            Switch.of("house-number", "separate-fields", "one-line"),
            Switch.of("gender", "M/V/X/null", "man/vrouw/onbekend"),
            Switch.of("person-contacts", "present", "absent"),
            Switch.of("extra-types", "yes", "no"),
            Switch.of("rate", "60/min", "none"),
            Switch.of("webhooks", "none", "standard-webhooks"),
            Switch.of("duplicates", "yes", "no"),
            Switch.of("dirty-kvk", "some invalid", "all valid"));

    private AcSwitches() {
    }
}
