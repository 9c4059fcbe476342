package nl.koppelwerk.sandbox.economic;

import nl.koppelwerk.sandbox.Ids;

/** The forms of e-conomic's own ids. */
final class EcoIds {

    private EcoIds() {
    }

    /** Sixteen hex digits and a site. */
    static String trace(Ids ids) {
        return hex(ids).substring(0, 16) + "-CPH";
    }

    /** The version of an object, new with every change. */
    static String version(Ids ids) {
        return hex(ids).substring(0, 10);
    }

    private static String hex(Ids ids) {
        return ids.uuid().replace("-", "");
    }
}
