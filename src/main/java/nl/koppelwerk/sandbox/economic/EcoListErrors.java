package nl.koppelwerk.sandbox.economic;

import java.util.List;
import nl.koppelwerk.sandbox.Refused;

/** How one of the services refuses what a list was asked. */
interface EcoListErrors {

    /** {@code known} tells a property that exists from one that does not; {@code allowed} names those that may be asked for. */
    Refused notFilterable(String property, String operator, boolean known, List<String> allowed);

    Refused unreadable(String message, List<String> allowed);

    Refused notSortable(String property);
}
