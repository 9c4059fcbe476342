package nl.koppelwerk.systems;

import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;

/** What the headers of a reply tell of the calls that an account has left, others who use it counted. */
@FunctionalInterface
public interface Leftover {

    Leftover UNTOLD = reply -> Optional.empty();

    Optional<Accounts.Reading> of(Reply reply);
}
