package nl.koppelwerk.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;

/** Accounts without a ledger: tokens are kept, permits are counted and always given unless a test closes the budget. */
final class PlainAccounts implements Accounts {

    final AtomicInteger given = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    Instant closedUntil;
    Reading told;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    void add(Account account) { accounts.put(account.id(), account); }

    void forgetTokens() { tokens.clear(); }

    @Override public Account find(String account) { return accounts.get(account); }

    @Override public Optional<Account> find(String office, String system, String number) { return Optional.empty(); }

    @Override public Permit take(String account, Lane lane) {
        return closedUntil == null ? new Permit.Granted(account, given.incrementAndGet()) : new Permit.Wait(closedUntil);
    }

    @Override public Optional<Instant> dryUntil(String account, Lane lane) { return Optional.ofNullable(closedUntil); }

    @Override public void ended(Permit.Granted permit, Optional<Reading> reading) {
        ended.incrementAndGet();
        reading.ifPresent(left -> told = left);
    }

    @Override public String token(String account, String refused, Supplier<Token> refresh) {
        var token = tokens.get(account);
        if (token == null || token.equals(refused)) tokens.put(account, refresh.get().value());
        return tokens.get(account);
    }

    @Override public void backOff(String account, Duration rest, String why) { }

    @Override public void wake(String account) { }
}
