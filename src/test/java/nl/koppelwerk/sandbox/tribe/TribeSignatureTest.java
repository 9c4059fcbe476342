package nl.koppelwerk.sandbox.tribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TribeSignatureTest {

    private static final String BODY = "{\"webhookId\":\"11111111-2222-4333-8444-555555555555\",\"payload\":{\"entityId\":\"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\"}}";

    @ParameterizedTest
    @CsvSource({
        "hmac-sha512, r6xV0mHOTftQGqlnKOjtJXS8y0IeT8wBv+ByMmKHyHXtuWd+PqmUUk9zPBOkFaKI8gL2LnjrAK4LKLBKl8Zr5A==",
        "sha512-secret-body, 5cCDFMiCL3M55N76+huRA8hXATlcPSkHEeBOcn9XiQ574LXCNGXaHaqUtAnVefaG0VNuRpgXtcYJ144aHdrZqA==",
        "sha512-body-secret, ynE4XMyDYVl9GN4qLxwTGhTmAa5eAacjpnhFZ9h+wYuS7VMo0JNfdfPjVLYBnhBDHedMBhCoAw+WbK6ecvN4wQ=="})
    void each_digest_gives_the_value_of_the_contract(String variant, String expected) {
        assertThat(TribeSignature.of(variant, "tribe-test-secret", BODY.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }
}
