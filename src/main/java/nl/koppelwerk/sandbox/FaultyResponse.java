package nl.koppelwerk.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.BiConsumer;

/** Writes an answer to the wire, whole or as a fault wants it. */
final class FaultyResponse {

    private static final Buffer BLANKS = Buffer.buffer(" ".repeat(64 * 1024));
    private static final int HUGE = 64 << 20;

    private final Vendor vendor;
    private final HttpServerResponse response;
    private final Fault fault;
    private final BiConsumer<Long, Runnable> later;

    FaultyResponse(Vendor vendor, HttpServerResponse response, Fault fault, BiConsumer<Long, Runnable> later) {
        this.vendor = vendor;
        this.response = response;
        this.fault = fault;
        this.later = later;
    }

    void send(Answer answer) {
        switch (fault.kind()) {
            case STATUS -> whole(vendor.failure(fault.status(), "the sandbox was told to fail"));
            case RESET -> response.reset();
            case HTML -> whole(Answer.of(200, "text/html", "<!doctype html><html><body><h1>Even geduld</h1></body></html>".getBytes()));
            case REDIRECT -> whole(Answer.empty(302).with("Location", "/" + vendor.system() + "/elsewhere"));
            case CUT_BODY -> cut(answer);
            case ENDLESS_BODY -> padded(answer, Long.MAX_VALUE);
            case HUGE -> padded(answer, HUGE);
            default -> whole(answer);
        }
    }

    private void whole(Answer answer) {
        head(answer);
        if (fault.retryAfter() >= 0) {
            response.putHeader("Retry-After", String.valueOf(fault.retryAfter()));
        }
        response.end(Buffer.buffer(answer.body()));
    }

    /** Promises the whole length, sends half of it, closes. */
    private void cut(Answer answer) {
        head(answer);
        var body = answer.body().length < 2 ? "{\"value\":[{\"ID\":".getBytes() : answer.body();
        response.putHeader("Content-Length", String.valueOf(body.length));
        response.write(Buffer.buffer(body).slice(0, body.length / 2)).onComplete(sent -> response.reset());
    }

    private void padded(Answer answer, long length) {
        head(answer);
        response.setChunked(true);
        response.write(Buffer.buffer("{\"padding\":\""));
        pad(length);
    }

    private void pad(long left) {
        if (response.closed()) {
            return;
        }
        if (left <= 0) {
            response.end("\"}");
        } else {
            response.write(BLANKS).onSuccess(sent -> later.accept(left > HUGE ? 1L : 0L, () -> pad(left - BLANKS.length())));
        }
    }

    private void head(Answer answer) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
    }
}
