package nl.koppelwerk.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The HTTP server. One event loop does everything, so nothing in the sandbox needs a lock and a seed gives the same run twice. */
final class HttpEdge {

    private final Vertx vertx;
    private final Journal journal;
    private final Switches switches;
    private final Faults faults;
    private final RequestLog log;
    private final List<Vendor> vendors;
    /** Nobody else needs invented records, and everybody could change them. */
    private static final String LOOPBACK = "127.0.0.1";

    private final Controls controls;
    private final Map<String, Integer> running = new HashMap<>();
    private int inFlight;

    HttpEdge(Vertx vertx, Journal journal, Switches switches, Faults faults, RequestLog log, List<Vendor> vendors, Controls controls) {
        this.vertx = vertx;
        this.journal = journal;
        this.switches = switches;
        this.faults = faults;
        this.log = log;
        this.vendors = vendors;
        this.controls = controls;
    }

    Future<HttpServer> listen(int port) {
        var options = new HttpServerOptions().setTcpNoDelay(true).setIdleTimeout(120);
        return vertx.createHttpServer(options).requestHandler(this::received).listen(port, LOOPBACK);
    }

    Faults faults() {
        return faults;
    }

    SwitchPanel panel(Vendor vendor) {
        return switches.of(vendor.system());
    }

    void after(long millis, Runnable action) {
        if (millis <= 0) {
            action.run();
        } else {
            vertx.setTimer(millis, timer -> action.run());
        }
    }

    /** Lets the vendor answer and keeps what it changed before anybody can see the answer. */
    Answer ask(Vendor vendor, Call call, int atOnce) {
        var answer = atOnce > most(vendor, call) ? vendor.crowded() : asked(() -> vendor.answer(call));
        journal.flush();
        return answer;
    }

    void done(LoggedRequest request) {
        inFlight--;
        running.merge(request.system(), -1, Integer::sum);
        log.add(request);
    }

    private void received(HttpServerRequest request) {
        request.body().onSuccess(body -> handle(request, body));
    }

    private void handle(HttpServerRequest request, Buffer body) {
        var call = new Call(request.method().name(), request.path(), request.query(), request::getHeader, body.getBytes());
        var vendor = vendors.stream().filter(one -> one.serves(call.path())).findFirst();
        if (vendor.isPresent()) {
            var atOnce = running.merge(vendor.get().system(), 1, Integer::sum);
            new Exchange(this, vendor.get(), call, request.response(), ++inFlight, atOnce).start();
            return;
        }
        var answer = asked(() -> controls.answer(call));
        journal.flush();
        new FaultyResponse(null, request.response(), Fault.NONE, this::after).send(answer);
    }

    private int most(Vendor vendor, Call call) {
        var limit = panel(vendor).get("quota");
        if (limit.equals("contract")) {
            return vendor.atOnce(call);
        }
        return limit.endsWith("/at-once") ? Integer.parseInt(limit.substring(0, limit.indexOf('/'))) : Integer.MAX_VALUE;
    }

    private static Answer asked(Supplier<Answer> question) {
        try {
            return question.get();
        } catch (Refused refused) {
            return refused.answer();
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            return Answer.problem(500, "Internal Server Error", "the sandbox itself failed: " + broken);
        }
    }
}
