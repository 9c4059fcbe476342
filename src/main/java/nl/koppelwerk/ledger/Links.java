package nl.koppelwerk.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Side;

/** An office's activated links. */
public interface Links {

    /** An account that the office has already, by its system and number, is shared as it is: nothing of it is replaced. */
    Link create(NewLink link);

    Optional<Link> find(String link);

    /** The links of these offices, ordered by id. */
    List<Link> of(List<String> offices, String afterId, int most);

    void change(String link, State state, String why);

    void settings(String link, ObjectNode settings);

    /** What webhooks tell of it is {@link Lane#COLLECTED} from now on, or is live again, also what was collected before. */
    void collect(String link, boolean collects);

    /** Passes over many records work from that moment on; null for at any time. False where it was so already. */
    boolean quietUntil(String link, Instant opens);

    /** New base address or credentials of a side; wakes the account. Null members stay. */
    void account(String link, Side side, String baseUrl, String authUrl, Map<String, String> credentials);

    /** Constant-time comparison with the webhook secret of that side. */
    boolean webhookSecretIs(String link, Side side, String secret);

    /** A new secret for the webhook address of that side; the only moment at which it is told. */
    String rotateWebhookSecret(String link, Side side);

    /** How many destructive effects a day it may have: as it is set, else one in a hundred of its pairs, at least ten. Counts the pairs. */
    int brake(String link);

    void webhookArrived(String link, Side side);

    /** What the vendor of that side said when it was asked whether it calls our webhook. */
    void heard(String link, Side side, Hearing hearing);

    /** What each vendor said last; those that were never asked are left out. */
    Map<Side, Heard> heard(String link);

    /** {@code STOPPED} is the link's own stop after too many failures; it probes and resumes by itself. */
    enum State { NEW, ACTIVE, PAUSED, STOPPED }

    /** Whether a vendor calls our webhook. */
    enum Hearing { HEARD, SWITCHED_ON_AGAIN, MISSING, OF_ANOTHER }

    record Heard(Hearing hearing, Instant askedAt) {}

    record NewLink(String office, String type, String name, ObjectNode settings, Map<Side, NewAccount> accounts) {}

    /** @param number the vendor's number of the office; where a vendor has none, the client id */
    record NewAccount(String system, String number, String baseUrl, String authUrl, Map<String, String> credentials,
                      Accounts.Limits limits) {}

    /** @param quietUntil passes over many records rest until then; null where they work */
    record Link(String id, String office, String type, String name, State state, String why, ObjectNode settings,
                Map<Side, String> accounts, Map<Side, Instant> lastWebhook, Instant quietUntil, Instant createdAt) {}
}
