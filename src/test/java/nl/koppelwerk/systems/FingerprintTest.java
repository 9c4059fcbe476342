package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final String SHOWN = "01:23:45:67:89:AB:CD:EF:".repeat(4).replaceFirst(":$", "");

    @ParameterizedTest @ValueSource(strings = {"", " ", "sha256 Fingerprint=", "SHA-256 Fingerprint="}) void it_is_read_as_people_copy_it(String before) {
        assertThat(Fingerprint.typed(before + SHOWN)).contains(new Fingerprint(HEX));
        assertThat(Fingerprint.typed(before + HEX + "\n")).contains(new Fingerprint(HEX));
    }

    @ParameterizedTest @ValueSource(strings = {"", "12:34", "0123456789abcdef0123456789abcdef01234567", "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void what_is_none_is_none(String typed) { assertThat(Fingerprint.typed(typed)).isEmpty(); }

    @Test void it_is_shown_as_browsers_show_it() { assertThat(new Fingerprint(HEX)).hasToString(SHOWN); }
}
