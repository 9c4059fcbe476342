package nl.koppelwerk.sandbox.tribe;

import java.time.Instant;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What a change of Tribe's records needs to know. */
record TribeDesign(TribeRecords records, TribeView view, TribeValues values, TribeWebhooks webhooks, TribeErrors errors, SwitchPanel switches,
                   SandboxClock clock, Ids ids) {

    /** Tribe's own time as it stamps it: UTC, whole seconds. */
    String now() {
        return Instant.ofEpochSecond(clock.millis() / 1000 + (long) switches.number("clock-skew-s")).toString();
    }

    /** Whether a navigation can be set under the switches of the moment. */
    boolean navigable(EntityType type, String name) {
        return switch (name) {
            case "Addresses" -> false;
            case "Role" -> view.shows(name);
            case "Gender" -> !switches.is("gender-values", "null-only");
            case "Address" -> !type.set().equals(TribeSchema.PERSON) || switches.is("person-address", "navigation-Address");
            default -> true;
        };
    }
}
