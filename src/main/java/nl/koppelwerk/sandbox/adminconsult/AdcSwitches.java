package nl.koppelwerk.sandbox.adminconsult;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about Admin-IS | Consult, row by row of its contract; a certificate and writes are not played. */
final class AdcSwitches {

    static final List<Switch> ALL = List.of(
            Switch.form("token-seconds", "1800", "whole seconds", "[1-9]\\d{0,6}"),
            Switch.of("time-zone", "Europe/Brussels", "UTC"),
            Switch.of("expired-token", "401", "403-no-valid-configuration"),
            Switch.of("filter-grammar", "as-documented", "strict-case", "no-functions"),
            Switch.of("filter-or", "400", "works"),
            Switch.form("filter-max", "2000", "whole characters", "[1-9]\\d{0,5}"),
            Switch.form("records-per-page", "50/500", "<default>/<most>", "[1-9]\\d{0,4}/[1-9]\\d{0,4}"),
            Switch.of("rate", "60-per-minute", "none"),
            Switch.of("crm-types", "8-1-9", "shuffled"),
            Switch.form("partner-link-type", "5", "the number of the link type", "\\d{1,4}"),
            Switch.form("contact-link-type", "1", "the number of the link type", "\\d{1,4}"),
            Switch.of("emails", "one", "semicolons", "separate-list"),
            Switch.of("empty", "404-nothing-found", "200-empty-array"),
            Switch.of("error-body", "object", "list"),
            Switch.of("national-number", "both", "private-only", "dotted-only"),
            Switch.of("inactive", "included", "excluded"),
            Switch.of("log-order", "by-LogId", "shuffled"),
            Switch.of("languages", "codes", "words"),
            Switch.of("availability", "always", "off-22-06"),
            Switch.of("charset", "broken", "tolerant"),
            Switch.form("warm-up", "none", "none, or minutes", "none|[1-9]\\d{0,2}"));

    private AdcSwitches() {
    }
}
