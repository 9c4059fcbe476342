package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class FenceTest {

    private static final Replies REPLIES = new Replies("Tribe", Complaints.NONE, Clock.systemUTC(), Duration.ofMinutes(1));

    private final Slots slots = new Slots();
    private final Outbound outbound = new Outbound(new Permits(slots), new SimpleMeterRegistry());

    @Test void a_write_leaves_while_the_fence_lets_it() {
        var exchange = asking("PUT", () -> true);

        outbound.prepare(exchange);

        assertThat(exchange.getVariable("call")).isInstanceOf(Outgoing.class);
    }

    @Test void a_write_of_a_worker_that_was_frozen_does_not_leave_and_takes_no_place() {
        var exchange = asking("PUT", () -> false);

        outbound.prepare(exchange);

        assertThat(exchange.getVariable("call")).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOfSatisfying(Turn.Said.class, said -> assertThat(said.answer()).isInstanceOf(Answer.Throttled.class));
        assertThat(slots.ended).isEqualTo(slots.taken).hasSize(1);
    }

    @Test void a_read_does_no_harm_when_it_comes_late() {
        var exchange = asking("GET", () -> false);

        outbound.prepare(exchange);

        assertThat(exchange.getVariable("call")).isInstanceOf(Outgoing.class);
    }

    private static Exchange asking(String method, Fence fence) {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("account", new Accounts.Account("a", "kantoor", "tribe", "1", "http://127.0.0.1", "", Map.of(), new Accounts.Limits(60, 0, 2), null, ""));
        exchange.setVariable("fence", fence);
        exchange.getMessage().setBody(Turn.ask(Call.send(method, "/records/1", "application/json", new byte[0], Login.NONE), REPLIES, (reply, json) -> Turn.said(json)));
        return exchange;
    }
}
