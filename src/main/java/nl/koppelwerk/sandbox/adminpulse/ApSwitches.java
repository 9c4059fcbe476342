package nl.koppelwerk.sandbox.adminpulse;

import java.util.List;
import nl.koppelwerk.sandbox.Switch;

/** What nobody could tell about AdminPulse, row by row of its contract; that an inactive relation is marked ({@code included-marked}) is one way more, {@code consent} says what the person does whom OAuth asks, and a {@code refresh-token} may stay the same. */
final class ApSwitches {

    static final List<Switch> ALL = List.of(
            Switch.of("field-names", "guess-en", "guess-nl", "nested-person"),
            Switch.of("relation-id", "unique-identifier", "uuid", "both"),
            Switch.of("delta", "none", "modifiedSince"),
            Switch.of("oauth", "invented", "off"),
            Switch.of("consent", "given-at-once", "asked", "refused"),
            Switch.of("refresh-token", "rotated", "kept"),
            Switch.of("token-seconds", "3600", "60"),
            Switch.of("relations-scope", "relations.read", "none-checked"),
            Switch.of("scope-status", "401", "403"),
            Switch.of("page-default", "20", "50"),
            Switch.of("page-over", "capped", "400"),
            Switch.of("past-end", "empty-results", "404"),
            Switch.of("error-body", "message-object", "empty", "problem"),
            Switch.of("retry-after", "absent", "present"),
            Switch.of("inactive-in-list", "included-unmarked", "excluded", "included-marked"),
            Switch.of("order", "insertion", "shuffled-per-call"),
            Switch.of("partner-link", "both-sides", "one-side"),
            Switch.of("language-codes", "lower", "upper", "empty"),
            Switch.of("rrn-format", "digits", "dotted", "sometimes-invalid"),
            Switch.of("tasks-without-window", "all", "400"),
            Switch.of("relation-writes", "405", "403", "accepted"),
            Switch.of("webhooks", "none", "thin-post-per-relation"));

    private ApSwitches() {
    }
}
