package nl.koppelwerk.systems;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The outermost link of the client's chain: cuts the connection when a call with its whole body has taken too long, and
 * stops reading a body that is too long. A time-out for silence alone is endless against a vendor that drips.
 */
final class Deadline implements ExecChainHandler {

    private static final int BUFFER = 8192;

    private final ScheduledExecutorService watch;
    private final Duration total;
    private final long mostBytes;

    Deadline(ScheduledExecutorService watch, Duration total, long mostBytes) {
        this.watch = watch;
        this.total = total;
        this.mostBytes = mostBytes;
    }

    @Override public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
        throws IOException, HttpException {
        var cut = watch.schedule(() -> ((Cancellable) scope.originalRequest).cancel(), total.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(chain.proceed(request, scope));
        } finally {
            cut.cancel(false);
        }
    }

    /** The body is read here, inside the deadline, after the client has unpacked it. */
    private ClassicHttpResponse read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) return response;
        try {
            var body = bytes(entity.getContent());
            entity.close();
            response.setEntity(new ByteArrayEntity(body, ContentType.parseLenient(entity.getContentType())));
            return response;
        } catch (IOException broken) {
            // Not drained: the rest of an endless body must not be waited for.
            response.close();
            throw broken;
        }
    }

    private byte[] bytes(InputStream content) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            all.write(buffer, 0, n);
            if (all.size() > mostBytes) throw new TooLong(mostBytes);
        }
        return all.toByteArray();
    }
}
