package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector.Check;
import org.junit.jupiter.api.Test;

class TestedTest {

    @Test
    void a_remark_is_shown_and_stops_nothing() {
        var tested = Tested.of(Map.of(Side.TARGET, List.of(new Check("reachable", true, ""), new Check("webhook-signature", false, "None is given."))), Wording.EN);

        assertThat(tested.well()).isTrue();
        assertThat(tested.sides().get("target")).hasSize(2);
    }

    @Test
    void what_was_found_is_told_in_the_language_that_was_asked_for() {
        var checks = Map.of(Side.TARGET, List.of(new Check("webhook-signature", false, Phrase.NO_WEBHOOK_SECRET.said().kept()), new Check("rights", false, Phrase.NOT_SEEN.with("failed", Said.word("check.credentials")).kept())));

        assertThat(Tested.of(checks, Wording.NL).sides().get("target")).extracting(Tested.Check::why)
            .containsExactly("Er is geen webhookSecret opgegeven: alleen het geheim in zijn adres beschermt de webhook.", "niet bekeken: inloggegevens mislukte");
        assertThat(Tested.faults(checks)).extracting(fault -> fault.in(Wording.FR).detail()).contains("droits: non examiné : échec de données de connexion");
        assertThat(Attention.check(new Heard(Hearing.MISSING, Instant.EPOCH), Wording.NL).why()).startsWith("De leverancier toont geen webhook van ons");
    }

    @Test
    void what_a_vendor_says_of_our_webhook_is_shown_with_its_remedy_and_stops_nothing() {
        var well = Tested.of(Map.of(Side.SOURCE, List.of(new Check("reachable", true, ""))), Wording.EN);

        for (var hearing : Hearing.values()) {
            var tested = well.with(Map.of(Side.SOURCE, new Heard(hearing, Instant.EPOCH)), Wording.EN);
            assertThat(tested.well()).isTrue();
            assertThat(tested.sides().get("source")).hasSize(2).last().satisfies(check -> {
                assertThat(check.well()).isEqualTo(hearing == Hearing.HEARD);
                assertThat(check.why().isEmpty()).isEqualTo(check.well());
            });
        }
        assertThat(Attention.of(Map.of(Side.SOURCE, new Heard(Hearing.HEARD, Instant.EPOCH)), Wording.EN)).isEmpty();
        assertThat(Attention.of(Map.of(Side.SOURCE, new Heard(Hearing.MISSING, Instant.EPOCH)), Wording.EN)).singleElement()
            .satisfies(attention -> assertThat(attention.remedy()).contains("/webhook/rotate"));
    }

    @Test
    void a_side_that_cannot_be_used_is_not_well() {
        assertThat(Tested.of(Map.of(Side.SOURCE, List.of(new Check("credentials", false, "refused"))), Wording.EN).well()).isFalse();
    }
}
