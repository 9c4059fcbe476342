package nl.koppelwerk.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the stand-ins hold their callers to the limits of their contracts, and the program keeps to what it is delivered with. */
enum Quotas {

    /** Volumes without waiting: no quota, and more calls at once than the polite default. */
    NONE,
    CONTRACT;

    /** {@code proof.quotas}: none, or contract. */
    static Quotas asked() {
        return valueOf(System.getProperty("proof.quotas", "none").toUpperCase(Locale.ROOT));
    }

    /** As the stand-ins are told it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the program is told of them: nothing, where its own settings are what is to be proved. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        if (this == NONE) {
            List.of("ADVOCAATCENTRAAL", "TRIBE", "ECONOMIC", "CLICKMATE", "COMPENDA", "SNELSTART", "ADMINPULSE", "ADMIN_CONSULT", "ACCOUNTON").forEach(system -> {
                settings.put("KOPPELWERK_" + system + "_PER_MINUTE", "0");
                settings.put("KOPPELWERK_" + system + "_AT_ONCE", "32");
            });
            settings.put("KOPPELWERK_SNELSTART_PER_HOUR", "0");
        }
        return settings;
    }
}
