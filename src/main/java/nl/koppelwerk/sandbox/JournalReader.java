package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a journal up to the first torn line, which was never answered. */
final class JournalReader {

    private JournalReader() {
    }

    static void read(Path file, Consumer<JsonNode> entries) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            for (var line = next(reader); line != null; line = next(reader)) {
                line.forEach(entries);
            }
        }
    }

    private static JsonNode next(BufferedReader reader) throws IOException {
        var text = reader.readLine();
        try {
            return text == null ? null : Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException torn) {
            return null;
        }
    }
}
