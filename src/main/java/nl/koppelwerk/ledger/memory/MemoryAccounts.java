package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;

final class MemoryAccounts implements Accounts {

    /** A slot whose worker died is free again after this. */
    private static final Duration SLOT = Duration.ofSeconds(60);

    private final MemoryState state;

    MemoryAccounts(MemoryState state) { this.state = state; }

    /** The office's one account of that number at that system; made when it is new, left as it is when it is known. */
    String of(String office, Links.NewAccount born) {
        return known(office, born.system(), born.number()).map(row -> row.id).orElseGet(() -> made(office, born));
    }

    private String made(String office, Links.NewAccount born) {
        var row = new AccountRow(state.id("account"), office, born.number(), born.limits(), born.system());
        state.accounts.put(row.id, row);
        change(row.id, born.baseUrl(), born.authUrl(), born.credentials());
        return row.id;
    }

    private Optional<AccountRow> known(String office, String system, String number) {
        return state.accounts.values().stream()
            .filter(row -> row.office.equals(office) && row.system.equals(system) && row.number.equals(number)).findFirst();
    }

    void change(String account, String baseUrl, String authUrl, Map<String, String> credentials) {
        var row = row(account);
        if (baseUrl != null) row.baseUrl = baseUrl;
        if (authUrl != null) row.authUrl = authUrl;
        if (credentials == null) return;
        row.credentials = Map.copyOf(credentials);
        row.token = null;
        wake(account);
    }

    @Override public Account find(String account) { return shown(row(account)); }

    @Override public Optional<Account> known(String account) { return Optional.ofNullable(row(account)).map(this::shown); }

    @Override public Optional<Account> find(String office, String system, String number) { return known(office, system, number).map(this::shown); }

    private Account shown(AccountRow row) {
        boolean rests = row.isBackingOff(state.now());
        return new Account(row.id, row.office, row.system, row.number, row.baseUrl, row.authUrl, row.credentials, row.limits,
            rests ? row.backOffUntil : null, rests ? row.backOffWhy : "");
    }

    @Override public Permit take(String account, Lane lane) {
        var row = row(account);
        var until = row.waitsUntil(state.now(), lane);
        if (until != null) return new Permit.Wait(until);
        if (row.limits.perMinute() > 0) row.minute.add(state.now());
        if (row.limits.perHour() > 0) row.hour.add(state.now());
        long slot = state.next();
        if (row.limits.atOnce() > 0) row.slots.put(slot, state.now().plus(SLOT));
        return new Permit.Granted(account, slot);
    }

    @Override public Optional<Instant> dryUntil(String account, Lane lane) { return Optional.ofNullable(row(account).dryUntil(state.now(), lane)); }

    @Override public void ended(Permit.Granted permit, Optional<Reading> reading) {
        var row = row(permit.account());
        row.slots.remove(permit.slot());
        reading.ifPresent(told -> row.correct(told, state.now()));
    }

    @Override public String token(String account, String refused, Function<String, Token> renew) {
        var row = row(account);
        var kept = row.token;
        if (kept != null && !isStale(kept) && !kept.value().equals(refused)) return kept.value();
        var token = renew.apply(kept == null ? "" : kept.renewal());
        row.token = token.equals(Token.ENDED) ? null : token;
        return token.value();
    }

    private boolean isStale(Token token) { return token.expires() != null && !token.expires().isAfter(state.now()); }

    @Override public void authorized(String account, Token token) {
        row(account).token = token;
        wake(account);
    }

    @Override public boolean isAuthorized(String account) {
        var kept = row(account).token;
        return kept != null && (!kept.renewal().isEmpty() || !isStale(kept));
    }

    @Override public void backOff(String account, Duration rest, String why) { backOff(account, state.now().plus(rest), why); }

    void backOff(String account, Instant until, String why) {
        row(account).backOffUntil = until;
        row(account).backOffWhy = why;
    }

    @Override public void wake(String account) { backOff(account, (Instant) null, ""); }

    /** Null while no account of the link is in back-off: a look needs both sides. */
    Instant backOffOf(LinkRow link) { return backOff(state, link); }

    static Instant backOff(MemoryState state, LinkRow link) {
        return link.accounts.values().stream().map(state.accounts::get).filter(row -> row.isBackingOff(state.now()))
            .map(row -> row.backOffUntil).max(Instant::compareTo).orElse(null);
    }

    private AccountRow row(String account) { return state.accounts.get(account); }
}
