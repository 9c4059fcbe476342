package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector that was computed apart from the library. */
class StandardWebhookTest {

    private static final String SECRET = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=";
    private static final String BODY = "{\"type\":\"relation.updated\",\"timestamp\":\"2025-01-01T00:00:00Z\",\"data\":{\"id\":\"7c1e0f0a-0000-4000-8000-000000000001\"}}";
    private static final String SIGNED = "msg_01TESTVECTOR 1735689600 v1,CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ=";
    private static final Instant THEN = Instant.ofEpochSecond(1735689600);

    @Test void the_vector_is_right() {
        assertThat(StandardWebhook.parse(SIGNED).isRight(SECRET, bytes(BODY), THEN)).isTrue();
    }

    @Test void one_more_space_is_wrong() {
        assertThat(StandardWebhook.parse(SIGNED).isRight(SECRET, bytes(BODY + " "), THEN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "msg_01TESTVECTOR", "msg_01TESTVECTOR 1735689600 ", " 1735689600 v1,CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ=",
        "msg_01TESTVECTOR  v1,CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ=", "msg_01TESTVECTOR -1735689600 v1,CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ=",
        "msg_01TESTVECTOR 99999999999999999999 v1,CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ=", "msg_01TESTVECTOR 1735689600 CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ="})
    void headers_that_are_missing_or_of_another_form_are_wrong(String headers) {
        assertThat(StandardWebhook.parse(headers).isRight(SECRET, bytes(BODY), THEN)).isFalse();
    }

    private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }
}
