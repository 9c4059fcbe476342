package nl.koppelwerk.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;

/**
 * A part of a pair, the same name for both sides: its kind and the id on the side where it was born
 * (or its natural key). The root itself is {@link #ROOT}.
 */
public record PartKey(PartKind kind, String key) implements Comparable<PartKey> {

    public static final PartKey ROOT = new PartKey(PartKind.ROOT, "");

    /** How reasons, holds and deliveries name a field of this part: {@code phone}, {@code contact:AC-C-1/mobile}. */
    public String subject(Field<?> field) { return this.equals(ROOT) ? field.name() : this + "/" + field.name(); }

    public static PartKey parse(String text) {
        if (text.isEmpty()) return ROOT;
        int colon = text.indexOf(':');
        return new PartKey(PartKind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    /** As a person or a program names it; empty where no part can be named so. */
    public static Optional<PartKey> named(String text) {
        var kind = text.substring(0, Math.max(0, text.indexOf(':')));
        boolean isKind = Arrays.stream(PartKind.values()).anyMatch(known -> known != PartKind.ROOT && known.name().toLowerCase(Locale.ROOT).equals(kind));
        return text.isEmpty() || isKind ? Optional.of(parse(text)) : Optional.empty();
    }

    @Override public int compareTo(PartKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    @Override public String toString() {
        return kind == PartKind.ROOT ? "" : kind.name().toLowerCase(Locale.ROOT) + ":" + key;
    }
}
