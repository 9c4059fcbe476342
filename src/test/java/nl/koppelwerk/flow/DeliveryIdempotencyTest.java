package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class DeliveryIdempotencyTest {

    private static final Step.Write UPDATE = new Step.Write(Side.TARGET, "T-1", Kind.PERSON, PartKey.ROOT, "", "", "", Step.Action.UPDATE,
        Values.NONE, Values.NONE, Values.NONE, "", "", 0);

    private final AtomicInteger intended = new AtomicInteger();
    private final Look look = look();

    @Test
    void adding_a_key_is_committing_the_intent() {
        assertThat(answering(new Intent.Granted("delivery-1", "key-1")).add(exchange(), "key")).isTrue();
        assertThat(intended).hasValue(1);
        assertThat(look.delivery).isEqualTo("delivery-1");
    }

    @Test
    void what_camel_confirms_removes_or_asks_changes_nothing() {
        var repository = answering(new Intent.Granted("delivery-1", "key-1"));

        repository.confirm(exchange(), "key");
        repository.remove(exchange(), "key");
        repository.clear();

        assertThat(repository.contains(exchange(), "key")).isFalse();
        assertThat(intended).hasValue(0);
    }

    @Test
    void a_write_that_is_done_is_not_made_again_and_its_outcome_is_the_answer() {
        var done = new OpenDelivery("delivery-1", UPDATE, OpenDelivery.State.DONE, "T-1", "7", Values.NONE, Map.of(), Instant.EPOCH, 0, null);

        assertThat(answering(new Intent.AlreadyDone(done)).add(exchange(), "key")).isFalse();
        assertThat(Outcomes.stored(look.known)).isEqualTo(new Answer.Done("T-1", "7", Values.NONE, Map.of()));
        assertThat(look.delivery).isNull();
    }

    @Test
    void over_the_brake_nothing_is_sent() {
        assertThatThrownBy(() -> answering(new Intent.OverBrake()).add(exchange(), "key"))
            .isInstanceOfSatisfying(AnsweredInstead.class, instead -> assertThat(instead.answer()).isEqualTo(new Answer.Braked()));
    }

    @Test
    void who_makes_it_in_another_link_is_no_failure_of_this_one() {
        assertThatThrownBy(() -> answering(new Intent.RivalBeside(Instant.EPOCH)).add(exchange(), "key"))
            .isInstanceOfSatisfying(AnsweredInstead.class, instead -> assertThat(instead.answer()).isEqualTo(new Answer.Behind(Instant.EPOCH)));
    }

    @Test
    void a_rival_create_is_waited_for() {
        assertThatThrownBy(() -> answering(new Intent.Rival()).add(exchange(), "key")).isInstanceOfSatisfying(AnsweredInstead.class,
            instead -> assertThat(((Answer.Unanswered) instead.answer()).reason().code()).isEqualTo(ReasonCode.WAITS_FOR_OPEN_CREATE));
    }

    @Test
    void without_a_lease_the_look_is_abandoned() {
        assertThatThrownBy(() -> answering(new Intent.LeaseLost()).add(exchange(), "key")).isInstanceOf(LookAbandoned.class);
    }

    private Exchange exchange() {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("look", look);
        return exchange;
    }

    private DeliveryIdempotency answering(Intent intent) {
        return new DeliveryIdempotency(new Deliveries() {
            @Override public Intent intend(Claim claim, String relation, long revision, Step.Write write, List<MatchKey> identity, Set<String> found, byte[] request) {
                intended.incrementAndGet();
                return intent;
            }

            @Override public int sentSince(String link, Instant since) { throw new UnsupportedOperationException(); }

            @Override public Request request(String delivery) { throw new UnsupportedOperationException(); }

            @Override public void answered(String delivery, Outcome outcome) { }
        }, null);
    }

    private static Look look() {
        var look = new Look(new Claim(1, "link-1", Side.SOURCE, "AC-1", 1, Lane.LIVE, false, 0, List.of(), Instant.MAX));
        look.dossier = new Dossier("relation-1", 1, Pair.firstSeen("relation", Side.SOURCE, "AC-1"), Map.of(), Map.of(), Map.of(), List.of(), nl.koppelwerk.reconcile.OpenCreate.NONE, List.of(), List.of(), List.of(), List.of(), List.of());
        var type = new LinkTypes().find("advocaatcentraal-tribe").orElseThrow();
        look.link = new OpenLink(new Links.Link("link-1", "demo", type.id(), "", Links.State.ACTIVE, "", null, Map.of(), Map.of(), null, Instant.EPOCH), type, null);
        look.ask(UPDATE, Instant.EPOCH);
        return look;
    }
}
