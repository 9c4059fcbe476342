package nl.koppelwerk.relation;

import java.util.Locale;
import java.util.Set;

import static nl.koppelwerk.relation.ReasonCode.CODE_UNKNOWN;

/** A language by its ISO 639-1 code, in lower case. */
public record Language(String code) {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    public static final ValueType<Language> TYPE =
        Checked.of(typed -> typed.toLowerCase(Locale.ROOT), CODES::contains, CODE_UNKNOWN, Language::new);

    @Override public String toString() { return code; }
}
