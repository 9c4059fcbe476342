package nl.koppelwerk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionTest {

    static Stream<ReasonCode> told() { return Stream.of(ReasonCode.values()).filter(code -> new Reason(code).remedy().contains("release this")); }

    /** The interface lets nobody release anything else. */
    @ParameterizedTest @MethodSource("told") void what_a_remedy_tells_to_release_can_be_released(ReasonCode code) {
        assertThat(new Question(code, "", Map.of()).isReleasable()).isTrue();
    }
}
