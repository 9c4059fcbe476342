package nl.koppelwerk.systems;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;

/**
 * One outside system. Found by its id ({@code tribe}) together with its routes ({@code tribe-read}, {@code tribe-update} …):
 * a new system adds an implementation and routes, and changes no existing file.
 *
 * <p>A create hears the variable {@code idempotencyKey}: the same for one that is sent again.
 *
 * <p>Its routes are called with the question as body and with the variables {@code account} ({@link Accounts.Account}) and
 * {@code references} ({@link References}); they leave the answer as body and no headers:
 * <pre>
 * direct:{id}-read        Step.Read        -> Answer
 * direct:{id}-search      Step.Search      -> Answer            where the vendor has an exact filter on our reference
 * direct:{id}-create      WriteRequest     -> Answer            where relations may be made
 * direct:{id}-update      WriteRequest     -> Answer            unless it is read only
 * direct:{id}-list        PageRequest      -> Page | Answer (Throttled, Denied, Unanswered, Unreadable)
 * direct:{id}-references  (nothing)        -> References | Answer
 * direct:{id}-check       (nothing)        -> List of Check: reachable, credentials, rights, one record readable
 * direct:{id}-token       (nothing)        -> Accounts.Token | Answer   where a token is asked for by a call; variable grant
 * direct:{id}-listen      (nothing)        -> Links.Hearing | Answer   where the vendor can be asked whether it calls us; variable prefix; switches on again
 * direct:{id}-register    our address      -> the address | Answer   where the vendor has a call for its webhooks; variable prefix
 * </pre>
 * Besides they hear the variables {@code side}, {@code askedAt} (the ledger's clock), {@code lane} and, of a read, {@code known} (what the
 * root was last seen to hold, or null). Every call leaves
 * by {@code direct:hub-call}, which takes it out of the account's budget.
 */
public interface Connector {

    String id();

    String label();

    /** Pure; made anew when the reference lists of an account change. */
    Dialect dialect(References references);

    List<Credential> credentials();

    /** Where there are several ways to log in, the credentials of each: an account has one way, whole. */
    default List<List<String>> waysIn() { return List.of(); }

    /** Empty where nobody has to let us in. */
    default Optional<Consent> consent() { return Optional.empty(); }

    /** What is wrong with a credential as it was typed, with the remedy; empty where nothing is. */
    default Optional<String> refusal(String credential, String value) { return Optional.empty(); }

    /** It has an address; of a source that comes as sheets alone there is none. */
    default boolean isCalled() { return true; }

    /** An office may have it without an interface: its account has no address then, nobody is seen in it, and what goes there is a sheet that a person uploads. */
    default boolean worksByPaper() { return false; }

    /** What an account's office number is at this vendor, as a sentence; empty where the vendor has none. */
    default String officeNumber() { return ""; }

    /** What the address of its login is, as a sentence; empty where the vendor logs in at its only address. */
    default String authUrl() { return ""; }

    /** {@code direct:{id}-search} finds roots by the link's own keys too, not only by our reference. */
    default boolean searchesByKeys() { return false; }

    Accounts.Limits limits();

    /** The listings that polls and runs walk. */
    List<Listing> listings();

    /** Listings whose rows show each root with all its parts, for a certificate; what a row leaves out is read by its id. */
    default List<Listing> wholeListings() { return listings(); }

    /** Nothing is ever written to it: it has neither {@code create} nor {@code update}, and no rules of a link may lead there. */
    default boolean isReadOnly() { return false; }

    /** The exact bytes of a write, the same for the same question; of a system that is read only there are none. */
    byte[] request(Step.Write write, References references);

    /** @param secret never shown again once given */
    record Credential(String name, boolean required, boolean secret, String sentence) {}

    /**
     * @param name  stable; part of the checkpoint's key
     * @param births roots that are not known yet are found by it; of a system that cannot be searched it is read before something is made there
     */
    record Listing(String name, boolean births) {}

    /** @param body what {@link #request} made, stored with the intent */
    record WriteRequest(Step.Write write, byte[] body) {}

    /**
     * @param since    the watermark, the server's own text; empty for everything
     * @param position opaque, of the page before; empty for the first
     */
    record PageRequest(String listing, String since, String position, int limit) {}

    /**
     * @param position where the next page starts; empty at the end
     * @param newest   the newest stamp on this page, the server's own text, or empty
     * @param total    how many rows the pass has, null where the system does not tell
     */
    record Page(List<nl.koppelwerk.link.Sighting> rows, String position, String newest, Integer total) {}

    /** @param code empty when it is well */
    record Check(String what, boolean well, String why) {}
}
