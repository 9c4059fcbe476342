package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({"010 123 4567, NL, +31101234567", "06-12345678, NL, +31612345678", "+31 (0)10 123 4567, NL, +31101234567",
        "088 123 4567, NL, +31881234567", "0470 12 34 56, BE, +32470123456", "012 34 56 78, BE, +3212345678",
        "32 12 34 56, DK, +4532123456", "0045 32123456, DK, +4532123456"})
    void a_number_is_read_by_the_habits_of_its_region(String typed, String region, String e164) {
        assertThat(PhoneNumber.in(region).parse(typed).text()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({"06-1234567, NL", "0470 12 34 5, BE", "3212345, DK", "010 123 4567, DK", "onbekend, NL"})
    void a_number_that_its_region_does_not_know_is_kept_as_typed(String typed, String region) {
        assertThat(PhoneNumber.in(region).parse(typed)).isEqualTo(new Value.Invalid<>(typed, ReasonCode.PHONE_INVALID));
    }

    @ParameterizedTest
    @CsvSource({"+31101234567, NL", "+4532123456, NL", "+31101234567;ext=12, DK"})
    void a_canonical_number_means_the_same_in_every_region(String text, String region) {
        assertThat(PhoneNumber.in(region).parse(text)).isEqualTo(PhoneNumber.TYPE.parse(text)).isInstanceOf(Value.Present.class);
    }

    @ParameterizedTest
    @CsvSource({"010 123 4567 ext. 12, +31101234567;ext=12"})
    void an_extension_is_not_lost(String typed, String text) {
        assertThat(PhoneNumber.in("NL").parse(typed).text()).isEqualTo(text);
    }
}
