package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a value ends and a refusal begins. */
class LimitsOfValuesTest {

    @Test void a_number_that_fails_its_check_cannot_be_made_at_all() {
        List<ThrowingCallable> attempts = List.of(() -> new KvkNummer("123"), () -> new Vestigingsnummer("123"), () -> new Rsin("123456789"),
            () -> new BtwNummer("NL1"), () -> new Ondernemingsnummer("0403019262"), () -> new CvrNummer("13585627"), () -> new EanNummer("5790001330553"),
            () -> new Iban("NL92ABNA0417164300"), () -> new Bic("INGB"), () -> new Rijksregisternummer("85073003329"),
            () -> new Oin("1"), () -> new PNummer("1"));

        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "365, true", "99999, true", "100000, false", "-1, true", "-365, true", "--1, false", "30.5, false"})
    void a_term_is_up_to_99999_whole_days_before_or_after(String typed, boolean valid) { assertThat(Days.TYPE.parse(typed).isValid()).isEqualTo(valid); }

    @ParameterizedTest
    @CsvSource({"12.50, 12.5", "-0.00, 0", "1000, 1000", "-3.10, -3.1", "0.000000001, 0.000000001"})
    void an_amount_has_no_zeros_that_say_nothing(String typed, String text) { assertThat(Amount.TYPE.parse(typed).text()).isEqualTo(text); }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1,50", "12.", "1234567890123456789", "0.1234567890"})
    void an_amount_that_is_not_exact_is_refused(String typed) {
        assertThat(Amount.TYPE.parse(typed)).isEqualTo(new Value.Invalid<>(typed, ReasonCode.NUMBER_FORMAT));
    }

    @ParameterizedTest
    @CsvSource({"NL, nl, true", "da, da, true", "xx, '', false"})
    void a_language_is_one_of_iso_639(String typed, String text, boolean known) {
        assertThat(Language.TYPE.parse(typed).isValid()).isEqualTo(known);
        if (known) assertThat(Language.TYPE.parse(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"eur, EUR, true", "DKK, DKK, true", "euro, '', false"})
    void a_currency_is_one_of_iso_4217(String typed, String text, boolean known) {
        assertThat(CurrencyCode.TYPE.parse(typed).isValid()).isEqualTo(known);
        if (known) assertThat(CurrencyCode.TYPE.parse(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"00000001003214345000, true", "0000000100321434500, false", "000000010032143450001, false"})
    void an_oin_has_twenty_digits(String typed, boolean valid) { assertThat(Oin.TYPE.parse(typed).isValid()).isEqualTo(valid); }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "PROSPECT, PROSPECT"})
    void a_choice_of_a_list_is_read_in_any_case(String typed, Status status) { assertThat(Status.TYPE.parse(typed)).isEqualTo(Status.TYPE.of(status)); }

    @Test void a_choice_that_no_list_has_is_refused_and_yes_and_no_are_two() {
        assertThat(Status.TYPE.parse("gone")).isEqualTo(new Value.Invalid<>("gone", ReasonCode.CODE_UNKNOWN));
        assertThat(List.of(YesNo.of(true), YesNo.of(false))).containsExactly(YesNo.YES, YesNo.NO);
    }

    @ParameterizedTest
    @CsvSource({"123456789, 123456789, ''", "1234567890, '', 1234567890", "0, 0, ''", "000, 0, ''", "12/A, 12, /A", ":12, '', :12"})
    void a_house_number_has_at_most_nine_digits(String typed, String number, String rest) {
        var address = Address.of("Kade", typed, "", "", "");

        assertThat(List.of(address.houseNumber(), address.huisnummertoevoeging())).containsExactly(number, rest);
    }

    @Test void an_address_is_blank_only_without_any_of_its_parts() {
        assertThat(Stream.of(new Address("x", "", "", "", "", "", "", ""), new Address("", "x", "", "", "", "", "", ""), new Address("", "", "1", "", "", "", "", ""),
            new Address("", "", "", "x", "", "", "", ""), new Address("", "", "", "", "x", "", "", ""), new Address("", "", "", "", "", "x", "", ""),
            new Address("", "", "", "", "", "", "x", ""))).noneMatch(Address::isBlank);
        assertThat(new Address("", "", "", "", "", "", "", "NL").isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1012ab, '', 1012 AB", "1012ab, NL, 1012 AB", "1012 AB, NL, 1012 AB", "ab 1 2cd, GB, AB 1 2CD", "1012ab, BE, 1012AB", "8500, '', 8500"})
    void a_dutch_postcode_gets_its_space_and_any_other_its_capitals(String typed, String country, String postcode) {
        assertThat(Address.of("Kade", "3", typed, "X", country).postalCode()).isEqualTo(postcode);
    }

    @Test void backslashes_and_line_breaks_in_an_address_read_back() {
        for (String street : List.of("Kade \\n 3", "Kade \\", "Kade\nachter", "a\\\\b"))
            assertThat(((Value<?>) Address.TYPE.parse(Address.TYPE.of(Address.of(street, "3", "", "", "")).text())).text())
                .isEqualTo(Address.TYPE.of(Address.of(street, "3", "", "", "")).text());
    }

    @Test void spaces_of_any_kind_around_a_text_do_not_count() {
        assertThat(Text.TYPE.parse("\uFEFF\u00A0 Çelik \u2003\t\uFEFF").text()).isEqualTo("Çelik");
        assertThat(Text.TYPE.parse("\u00A0\uFEFF ").isEmpty()).isTrue();
        assertThat(Text.TYPE.parse(null).isEmpty()).isTrue();
        assertThat(Text.TYPE.parse("x").text()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6875.0110", "68-75/01.10", "68 75\u00A001\u201310", "6875\u201001\u201110"})
    void points_dashes_slashes_and_spaces_inside_a_number_do_not_count(String typed) { assertThat(KvkNummer.TYPE.parse(typed).text()).isEqualTo("68750110"); }

    @Test void capitals_of_an_identifier_are_those_of_ascii() {
        assertThat(List.of(Blanks.compact("az"), Blanks.compact("ß{`"))).containsExactly("AZ", "ß{`");
    }

    @Test void a_number_that_is_typed_very_long_is_still_read() {
        assertThat(PhoneNumber.in("NL").parse("010 123 4567" + " ".repeat(60) + "ext. 12").text()).isEqualTo("+31101234567;ext=12");
    }

    @Test void the_name_of_a_host_has_at_most_253_characters() {
        String label = "a".repeat(61) + ".";

        assertThat(HostName.fits(label.repeat(4) + "nl")).isTrue();
        assertThat(HostName.fits(label.repeat(4) + "abcdef")).isFalse();
        assertThat(HostName.fits("a".repeat(70) + ".nl")).isFalse();
    }
}
