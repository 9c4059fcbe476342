package nl.koppelwerk.systems;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;

/** Tells by link and secret whose webhook is called; an unknown link and a wrong secret look the same from outside. */
public final class WebhookDoor {

    private static final long ARRIVAL_EVERY = Duration.ofSeconds(1).toNanos();

    private final Links links;
    private final Accounts accounts;
    private final String system;
    private final Shelf<String, Optional<Links.Link>> knownLinks;
    private final Shelf<String, Accounts.Account> knownAccounts;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    /** @param reread how long links and accounts are remembered */
    WebhookDoor(Links links, Accounts accounts, String system, Duration reread) {
        this.links = links;
        this.accounts = accounts;
        this.system = system;
        this.knownLinks = new Shelf<>(reread);
        this.knownAccounts = new Shelf<>(reread);
    }

    /** The side of a link that a call is meant for. */
    public record Addressee(String link, Side side, Accounts.Account account) {

        public Hint hint(String record) { return Hint.told(link, side, record); }

        /** The second secret, which a vendor shows with each call; empty where the office gave none. */
        String webhookSecret() { return account.credentials().getOrDefault("webhookSecret", ""); }
    }

    Optional<Addressee> addressee(String link, String secret) {
        return known(link).stream().flatMap(known -> known.accounts().entrySet().stream())
            .map(entry -> new Addressee(link, entry.getKey(), account(entry.getValue())))
            .filter(one -> one.account().system().equals(system) && links.webhookSecretIs(link, one.side(), secret)).findFirst();
    }

    private Optional<Links.Link> known(String link) { return isId(link) ? knownLinks.get(link, links::find) : Optional.empty(); }

    /** Ids are ours; what no id can be is not even asked for. */
    private static boolean isId(String link) { return link.chars().noneMatch(Character::isISOControl); }

    private Accounts.Account account(String id) { return knownAccounts.get(id, accounts::find); }

    /** One row for all calls of a link: written now and then only, or they would wait for one another. */
    void note(Addressee called) {
        long now = System.nanoTime();
        var before = arrived.get(called.link());
        if (before != null && now - before < ARRIVAL_EVERY) return;
        arrived.put(called.link(), now);
        links.webhookArrived(called.link(), called.side());
    }

    /** In constant time. */
    public static boolean same(String shown, String secret) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
