package nl.koppelwerk.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;

/** Accounts without a ledger: tokens are kept, permits are counted and always given unless a test closes the budget. */
final class PlainAccounts implements Accounts {

    final AtomicInteger given = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    Instant closedUntil;
    Reading told;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();

    void add(Account account) { accounts.put(account.id(), account); }

    void forgetTokens() { tokens.clear(); }

    @Override public Account find(String account) { return accounts.get(account); }

    @Override public Optional<Account> known(String account) { return Optional.ofNullable(find(account)); }

    @Override public Optional<Account> find(String office, String system, String number) { return Optional.empty(); }

    @Override public Permit take(String account, Lane lane) {
        return closedUntil == null ? new Permit.Granted(account, given.incrementAndGet()) : new Permit.Wait(closedUntil);
    }

    @Override public Optional<Instant> dryUntil(String account, Lane lane) { return Optional.ofNullable(closedUntil); }

    @Override public void ended(Permit.Granted permit, Optional<Reading> reading) {
        ended.incrementAndGet();
        reading.ifPresent(left -> told = left);
    }

    @Override public String token(String account, String refused, Function<String, Token> renew) {
        var kept = tokens.get(account);
        if (kept == null || kept.value().equals(refused)) authorized(account, renew.apply(kept == null ? "" : kept.renewal()));
        return isAuthorized(account) ? tokens.get(account).value() : "";
    }

    @Override public void authorized(String account, Token token) {
        if (token.equals(Token.ENDED)) tokens.remove(account);
        else tokens.put(account, token);
    }

    @Override public boolean isAuthorized(String account) { return tokens.containsKey(account); }

    @Override public void backOff(String account, Duration rest, String why) { }

    @Override public void wake(String account) { }
}
