package nl.koppelwerk.sandbox;

import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** The life of one call to a stand-in: half the latency, the vendor, the other half, then the answer or what a fault makes of it. */
final class Exchange {

    private final HttpEdge edge;
    private final Vendor vendor;
    private final Call call;
    private final HttpServerResponse response;
    private final Fault fault;
    private final int inFlight;
    private final int atOnce;
    private final long began = System.nanoTime();
    private final long at = System.currentTimeMillis();

    Exchange(HttpEdge edge, Vendor vendor, Call call, HttpServerResponse response, int inFlight, int atOnce) {
        this.edge = edge;
        this.vendor = vendor;
        this.call = call;
        this.response = response;
        this.inFlight = inFlight;
        this.atOnce = atOnce;
        this.fault = edge.faults().next(vendor.system(), call);
    }

    void start() {
        var latency = (long) edge.panel(vendor).number("latency-ms");
        edge.after(latency / 2, () -> work(answer -> edge.after(latency - latency / 2, () -> send(answer))));
    }

    private void work(Consumer<Answer> answered) {
        if (fault.kind() == Fault.Kind.SLOW) {
            slow(answered);
        } else {
            answered.accept(fault.runs(call) ? edge.ask(vendor, call, atOnce) : Answer.json(200, Json.object()));
        }
    }

    /** Slow before the write: a caller that has gone by then has changed nothing. */
    private void slow(Consumer<Answer> answered) {
        var early = fault.afterWrite() ? edge.ask(vendor, call, atOnce) : null;
        edge.after(fault.delayMs(), () -> {
            if (early != null || !response.closed()) {
                answered.accept(early != null ? early : edge.ask(vendor, call, atOnce));
            } else {
                finished(0);
            }
        });
    }

    private void send(Answer answer) {
        finished(switch (fault.kind()) {
            case STATUS -> fault.status();
            case RESET -> 0;
            case REDIRECT -> 302;
            case HTML -> 200;
            default -> answer.status();
        });
        if (!response.closed()) {
            new FaultyResponse(vendor, response, fault, edge::after).send(answer);
        }
    }

    private void finished(int status) {
        edge.done(new LoggedRequest(at, vendor.system(), call.method(), call.pathAndQuery(), status, fault.label(),
                (System.nanoTime() - began) / 1000, inFlight));
    }
}
