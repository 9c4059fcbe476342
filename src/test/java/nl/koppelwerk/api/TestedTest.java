package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.api.LinkWorkResource.Tested;
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
    void a_side_that_cannot_be_used_is_not_well() {
        assertThat(Tested.of(Map.of(Side.SOURCE, List.of(new Check("credentials", false, "refused")))).well()).isFalse();
    }
}
