package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All buckets of the sandbox in one append-only file: what a call changed is one line, written before the call is answered.
 * The line is in the page cache then, which survives a killed process (not a lost machine). Starting compacts the file.
 */
public final class Journal implements AutoCloseable {

    private static final int LINE_LIMIT = 1 << 20;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Path file;
    private FileChannel channel;

    private Journal(Path file) {
        this.file = file;
    }

    /** Opens the journal in a directory; without one, everything lives in memory only. */
    static Journal open(Path directory) throws IOException {
        if (directory == null) {
            return new Journal(null);
        }
        var journal = new Journal(Files.createDirectories(directory).resolve("records.jsonl"));
        if (Files.exists(journal.file)) {
            JournalReader.read(journal.file, journal::replay);
        }
        journal.compact();
        return journal;
    }

    public Bucket bucket(String name) {
        return buckets.computeIfAbsent(name, key -> new Bucket(key, this));
    }

    void put(String bucket, String id, byte[] record) {
        entry("p", bucket, id);
        line.write(',');
        line.writeBytes(record);
        closeEntry();
    }

    void remove(String bucket, String id) {
        entry("d", bucket, id);
        closeEntry();
    }

    void clear(String bucket) {
        entry("c", bucket, "");
        closeEntry();
    }

    /** Writes what has been changed since the last time as one line, so that a call is kept whole or not at all. */
    void flush() {
        if (line.size() == 0) {
            return;
        }
        line.writeBytes("]\n".getBytes(StandardCharsets.US_ASCII));
        var bytes = line.toByteArray();
        line.reset();
        write(bytes);
    }

    @Override
    public void close() throws IOException {
        flush();
        if (channel != null) {
            channel.close();
        }
    }

    private void entry(String kind, String bucket, String id) {
        line.write(line.size() == 0 ? '[' : ',');
        line.writeBytes(("[\"" + kind + "\",").getBytes(StandardCharsets.US_ASCII));
        line.writeBytes(Json.bytes(Json.array().textNode(bucket)));
        line.write(',');
        line.writeBytes(Json.bytes(Json.array().textNode(id)));
    }

    private void closeEntry() {
        line.write(']');
        if (file == null) {
            line.reset();
        } else if (line.size() > LINE_LIMIT) {
            flush();
        }
    }

    private void write(byte[] bytes) {
        try {
            for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(JsonNode entry) {
        var records = bucket(entry.get(1).textValue()).raw();
        switch (entry.get(0).textValue()) {
            case "p" -> records.put(entry.get(2).textValue(), Json.bytes(entry.get(3)));
            case "d" -> records.remove(entry.get(2).textValue());
            default -> records.clear();
        }
    }

    private void compact() throws IOException {
        var fresh = file.resolveSibling("records.jsonl.new");
        channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        buckets.values().forEach(bucket -> bucket.raw().forEach((id, record) -> put(bucket.name(), id, record)));
        flush();
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
