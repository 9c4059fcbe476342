package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Reason;

/**
 * Something about one relation that a person has to mend.
 *
 * @param id    its number in the system that it comes from
 * @param role  the hat under which it was looked at; empty where it has none
 * @param stops the relation does not go over at all, for this reason or another of it; else it goes without the field that the reason is about,
 *              and where that is about no field, of those that it concerns only one goes over for sure
 */
public record ChecklistLine(String id, String role, String name, boolean stops, Reason reason) {

    String consequence() {
        if (stops) return "relatie gaat niet over";
        return reason.subject().isEmpty() ? "kan worden vastgehouden" : "gaat over zonder dit veld";
    }
}
