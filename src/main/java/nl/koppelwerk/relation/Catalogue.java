package nl.koppelwerk.relation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Words by their keys, as one file of {@code src/main/resources/words} has them. */
record Catalogue(Map<String, String> words) {

    /** @throws IllegalStateException for a file that is not there, and for a key that stands there twice */
    static Catalogue read(String file) {
        try (var bytes = Catalogue.class.getResourceAsStream("/words/" + file)) {
            if (bytes == null) throw new IllegalStateException("no words/" + file);
            return of(file, new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Catalogue of(String file, Reader lines) throws IOException {
        var found = new Once(file);
        found.load(lines);
        return new Catalogue(Map.copyOf(found.words));
    }

    /** Of two lines with one key the later would count, and nobody would see that the first does not. */
    private static final class Once extends Properties {

        private final transient Map<String, String> words = new HashMap<>();
        private final String file;

        Once(String file) { this.file = file; }

        @Override public synchronized Object put(Object key, Object word) {
            if (words.put((String) key, ((String) word).strip()) != null) throw new IllegalStateException("twice in words/" + file + ": " + key);
            return super.put(key, word);
        }
    }
}
