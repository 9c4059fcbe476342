package nl.koppelwerk.flow;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Accounts.Limits;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Ledger;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.AdminPulseAccounton;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a preview has read a moment before stands for an answer, but not for one to a look that wants to see what is newer. */
class JustReadTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private final Ledger ledger = new MemoryLedger(() -> NOW, new Random(1));
    private String link;

    @BeforeEach void theTwoWereReadAMomentBefore() {
        link = ledger.links().create(new Links.NewLink("office", "adminpulse-accounton", "clients", JsonNodeFactory.instance.objectNode(), Map.of(SOURCE, account("adminpulse"), TARGET, account("accounton")))).id();
        ledger.links().change(link, Links.State.ACTIVE, "");
        ledger.dossiers().observe(link, Pair.FACET, List.of(seen(SOURCE, "APR1")), "");
        ledger.dossiers().observe(link, Pair.FACET, List.of(seen(TARGET, "ACC1")), "");
    }

    @Test void a_partner_that_was_found_just_now_is_not_asked_for() {
        assertThat(instead("run", TARGET, "ACC1")).isTrue();
    }

    @Test void a_look_that_asks_for_its_own_root_once_more_is_not_answered_with_what_it_had() {
        assertThat(instead("run", SOURCE, "APR1")).isFalse();
    }

    @Test void a_look_that_somebody_else_asked_for_reads() {
        assertThat(instead("sync", TARGET, "ACC1")).isFalse();
    }

    private boolean instead(String why, Side side, String root) {
        ledger.notices().accept(List.of(new Hint(link, SOURCE, "APR1", Lane.LIVE, why, false, "", "")));
        Claim claim = ledger.notices().claim(1).get(0);
        var dossier = ledger.dossiers().open(claim, Pair.FACET).orElseThrow();
        return new JustRead(ledger.dossiers(), new AdminPulseAccounton(), claim, dossier).instead(new Step.Read(side, root, Kind.PERSON, false), List.of(), NOW).isPresent();
    }

    private static Sighting seen(Side side, String root) {
        return new Sighting(side, root, new Relation(Kind.PERSON, Values.NONE.with(Fields.LAST_NAME, "Peeters"), List.of()), "", null, NOW.minusSeconds(60));
    }

    private static Links.NewAccount account(String system) { return new Links.NewAccount(system, "1", "", "", Map.of(), new Limits(0, 0, 0)); }
}
