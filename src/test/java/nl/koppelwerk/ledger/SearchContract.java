package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.create;
import static nl.koppelwerk.ledger.Writes.key;
import static nl.koppelwerk.ledger.Writes.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer.Candidate;
import org.junit.jupiter.api.Test;

/** What every ledger promises of its own index of canonical keys. */
public interface SearchContract {

    LedgerFixture ledger();

    @Test
    default void roots_are_found_by_their_keys_strongest_first_and_none_twice() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").knows(Side.TARGET, key("weak"), key("old")).endsInSync();
        var strong = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");
        strong.pairs(Side.TARGET, "T-2").knows(Side.TARGET, key("strong"), key("weak")).endsInSync();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").knows(Side.TARGET, key("weak")).endsInSync();

        var found = ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("strong"), key("weak")));

        assertThat(found).extracting(Candidate::root).containsExactly("T-2", "T-1");
        assertThat(found.get(0)).isEqualTo(new Candidate("T-2", "R-2", strong.dossier.relation()));
        assertThat(found.get(1).partner()).isEmpty();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("old")))).isEmpty();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.SOURCE, List.of(key("strong")))).isEmpty();
    }

    @Test
    default void a_root_that_is_found_by_one_key_is_told_to_have_another_value_of_the_other() {
        var link = ledger().aLink();
        var mail = new MatchKey("email", "info@celik.nl");
        ledger().dossiers().acquaint(link.id(), Side.TARGET, Map.of("T-1", List.of(key("68750110"), mail), "T-2", List.of(mail)));

        var found = ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("17160701"), mail));

        assertThat(found).extracting(Candidate::root).containsExactly("T-1", "T-2");
        assertThat(found).extracting(Candidate::otherwise).containsExactly(Set.of(key("").kind()), Set.of());
    }

    @Test
    default void a_root_is_found_by_the_keys_that_a_listing_shows_until_a_look_has_read_it() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").knows(Side.TARGET, key("looked")).endsInSync();

        ledger().dossiers().acquaint(link.id(), Side.TARGET, Map.of("T-1", List.of(key("listed")), "T-2", List.of(key("listed"), key("weak"))));

        var found = ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("listed"), key("looked")));
        assertThat(found).extracting(Candidate::root).containsExactly("T-1", "T-2");
        assertThat(found.get(1).partner()).isEmpty();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").knows(Side.TARGET, key("looked")).endsInSync();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("listed")))).extracting(Candidate::root).containsExactly("T-2");
    }

    @Test
    default void a_root_that_has_a_partner_keeps_its_keys_and_what_an_open_create_may_have_made_is_nobodys() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").pairs(Side.TARGET, "T-1").knows(Side.TARGET, key("own")).endsInSync();
        sent(ledger(), Look.at(ledger(), link.id(), Side.SOURCE, "R-2"), create("Çelik"), key("open"));

        ledger().dossiers().acquaint(link.id(), Side.TARGET, Map.of("T-1", List.of(key("other")), "T-2", List.of(key("open"), key("free"))));

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("other"), key("open")))).isEmpty();
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("free")))).extracting(Candidate::root).containsExactly("T-2");
    }

    @Test
    default void what_an_open_create_may_have_made_is_shown_to_the_relation_of_that_create() {
        var link = ledger().aLink();
        var mine = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        sent(ledger(), mine, create("Çelik"), key("open"));
        var other = Look.at(ledger(), link.id(), Side.SOURCE, "R-2");

        ledger().dossiers().acquaint(link.id(), Side.TARGET, Map.of("T-1", List.of(key("open"))));

        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("open")), mine.dossier.relation())).extracting(Candidate::root).containsExactly("T-1");
        assertThat(ledger().dossiers().search(link.id(), Look.FACET, Side.TARGET, List.of(key("open")), other.dossier.relation())).isEmpty();
    }
}
