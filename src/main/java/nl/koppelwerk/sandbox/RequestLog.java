package nl.koppelwerk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** What the stand-ins were asked: the last 200,000 calls in memory, all of them in a file that outlives the program. */
final class RequestLog implements AutoCloseable {

    private static final int KEPT = 200_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final SwitchPanel switches;
    private final FileChannel file;

    RequestLog(Path directory, SwitchPanel switches) throws IOException {
        this.switches = switches;
        if (directory == null) {
            file = null;
            return;
        }
        var path = directory.resolve("requests.jsonl");
        if (path.toFile().exists()) {
            JournalReader.read(path, line -> keep(LoggedRequest.of(line)));
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Keeps a call before it is answered, so that what a caller saw is in the log. */
    void add(LoggedRequest request) {
        if (switches.is("requests", "off")) {
            return;
        }
        keep(request);
        if (file != null && switches.is("requests", "file")) {
            write(request);
        }
    }

    Stream<LoggedRequest> since(long millis) {
        return requests.stream().filter(request -> request.at() >= millis);
    }

    void clear() {
        requests.clear();
        try {
            if (file != null) {
                file.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void keep(LoggedRequest request) {
        requests.addLast(request);
        if (requests.size() > KEPT) {
            requests.removeFirst();
        }
    }

    private void write(LoggedRequest request) {
        try {
            // An array per line, because the reader is the journal's.
            file.write(ByteBuffer.wrap(("[" + new String(Json.bytes(request.json()), java.nio.charset.StandardCharsets.UTF_8) + "]\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
