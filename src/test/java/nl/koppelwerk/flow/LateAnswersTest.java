package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.koppelwerk.ledger.DeadLetters.Filter;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Dialect.Doubt;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor that takes a create, works on it, and says under its key what became of it. */
class LateAnswersTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Filter ALL = new Filter(null, null, null, null);

    private final Hub hub = Hub.started();
    private final String link = hub.aLink();

    @BeforeEach void works_on_each_create_for_a_while() {
        hub.target.doubt = Doubt.IDEMPOTENCY_KEY;
        hub.target.keyLife = Duration.ofHours(24);
        hub.target.answersLater = true;
    }

    @AfterEach void stop() { hub.close(); }

    @Test
    void a_create_that_is_under_way_is_asked_for_under_its_key_and_made_once() {
        hub.source.person("AC-1", "Çelik");
        hub.target.writing = late(hub.target::take);

        hub.webhook(link, Side.SOURCE, "AC-1");
        untilMade(1);

        assertThat(hub.target.keys).hasSizeGreaterThan(1).containsOnly(hub.target.keys.get(0));
        assertThat(hub.deadLetters.open(ALL, "", 10)).isEmpty();
    }

    @Test
    void many_that_are_under_way_are_no_failures_of_the_link() {
        for (int i = 0; i < 30; i++) hub.source.person("AC-" + i, "Peeters " + i);
        hub.target.writing = late(hub.target::take);

        for (int i = 0; i < 30; i++) hub.webhook(link, Side.SOURCE, "AC-" + i);
        untilMade(30);

        assertThat(hub.links.find(link).orElseThrow().state()).isEqualTo(Links.State.ACTIVE);
        assertThat(hub.target.keys.stream().distinct()).hasSize(30);
    }

    @Test
    void what_is_refused_in_the_end_is_said_and_not_tried_for_ever() {
        hub.source.person("AC-1", "Sørensen");
        hub.target.writing = late(write -> new Answer.Refused(List.of(new Reason(ReasonCode.VENDOR_REFUSED, "email"))));

        hub.webhook(link, Side.SOURCE, "AC-1");
        await().atMost(LIMIT).untilAsserted(() -> {
            hub.ledger.advance(Duration.ofSeconds(3));
            assertThat(hub.deadLetters.open(ALL, "", 10)).hasSize(1);
        });
        hub.ledger.advance(Duration.ofMinutes(5));

        assertThat(hub.deadLetters.open(ALL, "", 10)).hasSize(1);
        assertThat(hub.target.keys.stream().distinct()).hasSize(1);
        assertThat(hub.target.records).isEmpty();
    }

    /** Not yet, the first time that a create is sent. */
    private Function<Step.Write, Answer> late(Function<Step.Write, Answer> then) {
        var asked = new java.util.concurrent.ConcurrentHashMap<String, AtomicInteger>();
        return write -> asked.computeIfAbsent(write.values().toString() + write.values().asMap().values().stream().map(value -> value.text()).toList(), one -> new AtomicInteger())
            .getAndIncrement() == 0 ? new Answer.Underway(hub.notices.now().plusSeconds(2)) : then.apply(write);
    }

    private void untilMade(int count) {
        await().atMost(LIMIT).untilAsserted(() -> {
            hub.ledger.advance(Duration.ofSeconds(3));
            assertThat(hub.target.records).hasSize(count);
        });
    }
}
