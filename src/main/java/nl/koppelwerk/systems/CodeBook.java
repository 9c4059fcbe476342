package nl.koppelwerk.systems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * What each code of a vendor's own list means to the office, in English, Dutch and French; a text file with a line for each code:
 * {@code code | field | sentence | remedy | zin | wat te doen | phrase | que faire}.
 */
public final class CodeBook {

    private static final int PARTS = 8;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * @param field    the canonical field that it is about, where it is about one
     * @param sentence what is wrong, without the code
     * @param details  the rest as facts of a reason: {@code remedyEn}, {@code nl}, {@code remedyNl}, {@code fr}, {@code remedyFr}
     */
    public record Entry(Optional<Field<?>> field, String sentence, Map<String, String> details) {

        /** What a system refused by that code, in our own words, which hold nobody's values. */
        public Reason reason(String system, String code) {
            var facts = new HashMap<>(details);
            facts.put("system", system);
            facts.put("answer", sentence + " (" + code + ")");
            return new Reason(ReasonCode.VENDOR_REFUSED, field.map(Field::name).orElse(""), facts);
        }
    }

    /** @throws IllegalStateException for a line of another form, a field that is none, and a code that stands there twice */
    public static CodeBook read(Class<?> beside, String file) {
        try (InputStream text = beside.getResourceAsStream(file)) {
            return of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static CodeBook of(String text) {
        var book = new CodeBook();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(book::add);
        return book;
    }

    private void add(String line) {
        var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (parts.size() != PARTS || parts.subList(2, PARTS).contains("")) throw new IllegalStateException("not a line of a code book: " + line);
        var field = Fields.named(parts.get(1));
        if (field.isEmpty() && !parts.get(1).isEmpty()) throw new IllegalStateException("no field " + parts.get(1));
        var entry = new Entry(field, parts.get(2), Map.of("remedyEn", parts.get(3), "nl", parts.get(4), "remedyNl", parts.get(5), "fr", parts.get(6), "remedyFr", parts.get(7)));
        if (entries.put(parts.get(0), entry) != null) throw new IllegalStateException("twice: " + parts.get(0));
    }

    public Optional<Entry> entry(String code) { return Optional.ofNullable(entries.get(code)); }

    public Set<String> codes() { return entries.keySet(); }
}
