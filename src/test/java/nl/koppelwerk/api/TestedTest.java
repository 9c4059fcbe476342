package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Connector.Check;
import org.junit.jupiter.api.Test;

class TestedTest {

    @Test
    void a_remark_is_shown_and_stops_nothing() {
        var tested = Tested.of(Map.of(Side.TARGET, List.of(new Check("reachable", true, ""), new Check("webhook-signature", false, "None is given."))));

        assertThat(tested.well()).isTrue();
        assertThat(tested.sides().get("target")).hasSize(2);
    }

    @Test
    void what_a_vendor_says_of_our_webhook_is_shown_with_its_remedy_and_stops_nothing() {
        var well = Tested.of(Map.of(Side.SOURCE, List.of(new Check("reachable", true, ""))));

        for (var hearing : Hearing.values()) {
            var tested = well.with(Map.of(Side.SOURCE, new Heard(hearing, Instant.EPOCH)));
            assertThat(tested.well()).isTrue();
            assertThat(tested.sides().get("source")).hasSize(2).last().satisfies(check -> {
                assertThat(check.well()).isEqualTo(hearing == Hearing.HEARD);
                assertThat(check.why().isEmpty()).isEqualTo(check.well());
            });
        }
        assertThat(Attention.of(Map.of(Side.SOURCE, new Heard(Hearing.HEARD, Instant.EPOCH)))).isEmpty();
        assertThat(Attention.of(Map.of(Side.SOURCE, new Heard(Hearing.MISSING, Instant.EPOCH)))).singleElement()
            .satisfies(attention -> assertThat(attention.remedy()).contains("/webhook/rotate"));
    }

    @Test
    void a_side_that_cannot_be_used_is_not_well() {
        assertThat(Tested.of(Map.of(Side.SOURCE, List.of(new Check("credentials", false, "refused")))).well()).isFalse();
    }
}
