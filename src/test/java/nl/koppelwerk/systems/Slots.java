package nl.koppelwerk.systems;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Lane;

/** Slots without end, and what became of them. */
final class Slots implements Accounts {

    final List<Long> taken = new ArrayList<>();
    final List<Long> ended = new ArrayList<>();

    @Override public Permit take(String account, Lane lane) {
        taken.add((long) taken.size() + 1);
        return new Permit.Granted(account, taken.size());
    }

    @Override public Optional<Instant> dryUntil(String account, Lane lane) { throw new UnsupportedOperationException(); }

    @Override public void ended(Permit.Granted permit, Optional<Reading> reading) { ended.add(permit.slot()); }

    @Override public Account find(String account) { throw new UnsupportedOperationException(); }

    @Override public Optional<Account> find(String office, String system, String number) { throw new UnsupportedOperationException(); }

    @Override public String token(String account, String refused, Function<String, Token> renew) { throw new UnsupportedOperationException(); }

    @Override public Optional<Account> known(String account) { throw new UnsupportedOperationException(); }

    @Override public void authorized(String account, Token token) { throw new UnsupportedOperationException(); }

    @Override public boolean isAuthorized(String account) { throw new UnsupportedOperationException(); }

    @Override public void backOff(String account, Duration rest, String why) { throw new UnsupportedOperationException(); }

    @Override public void wake(String account) { throw new UnsupportedOperationException(); }
}
