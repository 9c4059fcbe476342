package nl.koppelwerk.ledger.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;

final class MemoryLinks implements Links {

    private static final int LEAST_BRAKE = 10;

    private final MemoryState state;
    private final MemoryAccounts accounts;

    MemoryLinks(MemoryState state, MemoryAccounts accounts) {
        this.state = state;
        this.accounts = accounts;
    }

    @Override public Link create(NewLink born) {
        var row = new LinkRow(state.id("link"), born, state.now());
        born.accounts().forEach((side, account) -> row.accounts.put(side, accounts.of(born.office(), account)));
        state.links.put(row.id, row);
        return shown(row);
    }

    @Override public Optional<Link> find(String link) { return Optional.ofNullable(state.links.get(link)).map(this::shown); }

    @Override public List<Link> of(List<String> offices, String afterId, int most) {
        return state.links.values().stream()
            .filter(row -> row.id.compareTo(afterId) > 0 && offices.contains(row.born.office()))
            .limit(most).map(this::shown).toList();
    }

    @Override public void change(String link, State newState, String why) {
        row(link).change(newState, why);
        if (newState == State.STOPPED) row(link).probeAt = state.now().plus(Ending.PROBE_EVERY);
    }

    @Override public void settings(String link, ObjectNode settings) { row(link).settings = settings; }

    @Override public void collect(String link, boolean collects) {
        row(link).collects = collects;
        if (!collects) MemoryNotices.release(state, link);
    }

    @Override public boolean quietUntil(String link, Instant opens) {
        boolean isOtherwise = !java.util.Objects.equals(row(link).quietUntil, opens);
        row(link).quietUntil = opens;
        return isOtherwise;
    }

    @Override public void account(String link, Side side, String baseUrl, String authUrl, Map<String, String> credentials) {
        accounts.change(row(link).accounts.get(side), baseUrl, authUrl, credentials);
    }

    @Override public boolean webhookSecretIs(String link, Side side, String secret) {
        var row = state.links.get(link);
        var kept = row == null ? null : row.webhookSecrets.get(side);
        return kept != null && MessageDigest.isEqual(kept.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    @Override public String rotateWebhookSecret(String link, Side side) {
        var secret = "%016x%016x".formatted(state.random.nextLong(), state.random.nextLong());
        row(link).webhookSecrets.put(side, secret);
        return secret;
    }

    @Override public void webhookArrived(String link, Side side) { row(link).lastWebhook.put(side, state.now()); }

    @Override public void heard(String link, Side side, Hearing hearing) { row(link).heard.put(side, new Heard(hearing, state.now())); }

    @Override public Map<Side, Heard> heard(String link) { return Map.copyOf(row(link).heard); }

    @Override public int brake(String link) { return brake(state, row(link)); }

    /** The link's own setting, else one percent of its pairs, at least ten. */
    static int brake(MemoryState state, LinkRow row) {
        int byPairs = Math.max(LEAST_BRAKE, state.relations.pairsOf(row.id) / 100);
        return row.settings.path("brake").asInt(byPairs);
    }

    private LinkRow row(String link) { return state.links.get(link); }

    private Link shown(LinkRow row) {
        return new Link(row.id, row.born.office(), row.born.type(), row.born.name(), row.state, row.why, row.settings,
            Map.copyOf(row.accounts), Map.copyOf(row.lastWebhook), row.quietUntil, row.createdAt);
    }
}
