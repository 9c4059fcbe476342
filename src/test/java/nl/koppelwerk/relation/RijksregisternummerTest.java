package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RijksregisternummerTest {

    @ParameterizedTest
    @CsvSource({"85073003328, 1985", "85073003427, 1985", "93051822361, 1993", "88022900220, 1988", "70000000114, 1970",
        "85073006197, 1985", "00010100173, 1900", "17073003384, 2017", "05063000250, 2005", "00012556777, 2000",
        "12121212376, 2012", "00010100105, 2000", "05063000221, 1905", "00.01.25-567.77, 2000", "17073003355, 1917"})
    void its_check_tells_the_century(String typed, int year) {
        assertThat(parsed(typed).birthYear()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"98472899765", "01490700185", "86251200465", "86451200312", "03451200344"})
    void a_bis_number_has_a_raised_month(String typed) { assertThat(parsed(typed).isBis()).isTrue(); }

    @ParameterizedTest
    @ValueSource(strings = {"85073003328", "12121212376", "70000000114"})
    void an_ordinary_number_is_none(String typed) { assertThat(parsed(typed).isBis()).isFalse(); }

    @ParameterizedTest
    @ValueSource(strings = {"85073003329", "66041066600", "12345678901", "8507300332", "850730033281"})
    void a_number_that_fails_its_check_or_names_no_day_is_refused(String typed) {
        assertThat(Rijksregisternummer.TYPE.parse(typed)).isEqualTo(new Value.Invalid<>(typed, ReasonCode.RRN_CHECK));
    }

    @Test
    void the_29th_of_february_of_an_ordinary_year_is_refused_although_the_check_fits() {
        var first = "870229002";
        var check = 97 - Digits.mod97(first);

        assertThat(Rijksregisternummer.TYPE.parse(first + check).isValid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"17073003355, 2017-07-30, false", "17073003384, 2017-07-30, true", "17073003384, 2017-07-31, false",
        "98472899765, 1998-07-28, true", "70000000114, 1970-05-05, true", "70000000114, 1971-05-05, false"})
    void it_is_compared_with_a_known_birth_date(String typed, LocalDate born, boolean agrees) {
        assertThat(parsed(typed).agreesWith(born)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({"85073003328, MALE", "85073003427, FEMALE", "05063000250, FEMALE"})
    void an_odd_serial_is_male(String typed, Gender gender) { assertThat(parsed(typed).gender()).contains(gender); }

    @Test
    void a_bis_number_issued_before_the_sex_was_known_tells_none() {
        assertThat(parsed("86251200465").gender()).isEmpty();
    }

    private static Rijksregisternummer parsed(String typed) {
        return ((Value.Present<Rijksregisternummer>) Rijksregisternummer.TYPE.parse(typed)).value();
    }
}
