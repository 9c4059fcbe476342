package nl.koppelwerk.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.relation.Phrase;

/** How constants are spelt in the interface: {@code OUT_OF_SCOPE} is {@code out-of-scope}. */
final class Words {

    private Words() { }

    /** Half of a sign (a lone surrogate) is none: it would be kept as something else. */
    static boolean isWritable(String text) { return StandardCharsets.UTF_8.newEncoder().canEncode(text); }

    static String of(Enum<?> constant) { return constant.name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> of(constant).equals(word)).findFirst();
    }

    /** The constant of that very name, as reasons are told. */
    static <E extends Enum<E>> E constant(Class<E> type, String parameter, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst()
            .orElseThrow(() -> Refusal.malformed("/" + parameter, Phrase.PARAMETER_REASON.with("name", parameter)));
    }

    /** @throws Refusal 400 for a word that is none of them */
    static <E extends Enum<E>> E require(Class<E> type, String parameter, String word) {
        return read(type, word).orElseThrow(() -> Refusal.malformed("/" + parameter, Phrase.ONE_OF.with("name", parameter)
            .with("known", String.join(", ", Arrays.stream(type.getEnumConstants()).map(Words::of).toList()))));
    }
}
