package nl.koppelwerk.reconcile;

import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.KVK_NUMMER;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** The keys that a root gets by an update: its own before the answer comes, so that nothing is made with them meanwhile. */
class GivenKeysTest {

    private static final Values HELD = Values.NONE.with(NAME, "Çelik").with(EMAIL, "info@celik.example");
    private final PlainRules rules = new PlainRules();

    GivenKeysTest() { rules.identityKeys = List.of(KVK_NUMMER, EMAIL); }

    @Test void a_key_that_it_had_not_is_given_and_one_that_it_has_is_not() {
        assertThat(given(PartKey.ROOT, Step.Action.UPDATE, Values.NONE.with(KVK_NUMMER, "68750110"))).extracting(MatchKey::value).containsExactly("68750110");
        assertThat(given(PartKey.ROOT, Step.Action.UPDATE, Values.NONE.with(EMAIL, "info@celik.example"))).isEmpty();
    }

    @Test void what_is_no_key_is_taken_away_or_is_a_contacts_gives_none() {
        assertThat(given(PartKey.ROOT, Step.Action.UPDATE, Values.NONE.with(NAME, "Çelik B.V."))).isEmpty();
        assertThat(given(PartKey.ROOT, Step.Action.UPDATE, Values.NONE.with(EMAIL, ""))).isEmpty();
        assertThat(given(new PartKey(PartKind.CONTACT, "C-1"), Step.Action.UPDATE, Values.NONE.with(EMAIL, "c@celik.example"))).isEmpty();
    }

    @Test void a_create_has_its_keys_of_what_it_is_made_from() {
        assertThat(given(PartKey.ROOT, Step.Action.CREATE, Values.NONE.with(KVK_NUMMER, "68750110"))).isEmpty();
    }

    private List<MatchKey> given(PartKey part, Step.Action action, Values values) {
        var write = new Step.Write(Side.TARGET, "T-1", Kind.ORGANISATION, part, "", "", "", action, values, Values.NONE, Values.NONE, "", "", 0);
        return write.given(rules, new Sighting(Side.TARGET, "T-1", new Relation(Kind.ORGANISATION, HELD, List.of()), "", null, Instant.EPOCH));
    }
}
