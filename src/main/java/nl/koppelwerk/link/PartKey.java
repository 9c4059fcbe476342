package nl.koppelwerk.link;

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
        return new PartKey(PartKind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)), text.substring(colon + 1));
    }

    @Override public int compareTo(PartKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    @Override public String toString() {
        return kind == PartKind.ROOT ? "" : kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + key;
    }
}
