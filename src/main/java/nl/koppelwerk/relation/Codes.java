package nl.koppelwerk.relation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import static nl.koppelwerk.relation.ReasonCode.TEXT_CONTROL_CHARACTERS;

/** A set of codes, sorted; its text has commas between them, so a code has none. */
public record Codes(SortedSet<String> all) {

    public static final ValueType<Codes> TYPE = Checked.of(typed -> of(List.of(typed.split(","))).toString(),
        text -> !Blanks.hasControlCharacters(text), TEXT_CONTROL_CHARACTERS, text -> of(List.of(text.split(","))));

    public Codes {
        all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
    }

    /** Blank ones are left out. */
    public static Codes of(Collection<String> codes) {
        var sorted = new TreeSet<String>();
        for (var code : codes) if (!code.isBlank()) sorted.add(code.strip());
        return new Codes(sorted);
    }

    public boolean contains(String code) { return all.contains(code); }

    @Override public String toString() { return String.join(",", all); }
}
