package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "12     | A   | 12 | A", "12A    | -   | 12 | A", "12-14  | -   | 12 | -14", "12     | -14 | 12 | -14",
        "7 bis  | -   | 7  | bis", "7      | bis | 7  | bis", "Kavel 3| -   | '' | Kavel 3", "007    | -   | 7  | ''",
        "12-14  | A   | 12 | -14 A", "-      | A   | '' | A"})
    void however_a_house_number_was_cut_it_compares_equal(String number, String rest, String expectedNumber, String expectedRest) {
        var address = new Address("", "Coolsingel", number, rest, "", "3011 AD", "Rotterdam", "NL");

        assertThat(address.houseNumber()).isEqualTo(expectedNumber);
        assertThat(address.huisnummertoevoeging()).isEqualTo(expectedRest);
    }

    @Test
    void a_hard_space_or_a_mark_after_a_house_number_is_no_part_of_what_follows_it() {
        var address = new Address("", "Kade", "12\u00A0A", "\uFEFF", "", "", "", "");

        assertThat(address.huisnummertoevoeging()).isEqualTo("A");
        assertThat(Address.TYPE.parse(Address.TYPE.of(address).text())).isEqualTo(Address.TYPE.of(address));
    }

    @Test
    void a_small_letter_whose_capital_is_composed_reads_back() {
        var value = Address.TYPE.of(Address.of("Kade", "3", "\u1FD2", "Delft", "\u1FD2"));

        assertThat(Address.TYPE.parse(value.text())).isEqualTo(value);
    }

    @Test
    void signs_that_the_canonical_text_has_for_itself_read_back() {
        for (var street : java.util.List.of("Lange\\", "\\nieuw", "Eén\nTwee", "\\")) {
            var value = Address.TYPE.of(new Address("", street, "12", "", "", "2514 EE", "Delft", "NL"));
            assertThat(Address.TYPE.parse(value.text())).as(street).isEqualTo(value);
        }
    }

    @Test
    void its_canonical_text_is_fixed_and_reads_back() {
        var address = new Address("t.a.v. Çelik", "Lange = Voorhout", "12-14", "", "", "2514ee", "'s-Gravenhage", "nl");

        var value = Address.TYPE.of(address);

        assertThat(value.text()).isEqualTo("""
            attention=t.a.v. Çelik
            street=Lange = Voorhout
            houseNumber=12
            huisnummertoevoeging=-14
            postalCode=2514 EE
            city='s-Gravenhage
            country=NL""");
        assertThat(Address.TYPE.parse(value.text())).isEqualTo(value);
    }

    @Test
    void an_address_of_blanks_is_empty_also_with_a_country() {
        assertThat(Address.TYPE.of(Address.of(" ", null, "", "", "NL")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1012 AB, NL", "1012AB, NL", "9999 XK, NL", "8500, BE", "1000, BE", "1165, DK", "0800, DK", "8660, DK",
        "3900, GL", "FO-100, FO", "100, FO", "anything, FR"})
    void a_postcode_fits_its_country(String postcode, String country) {
        assertThat(Address.TYPE.of(Address.of("Kade", "3", postcode, "X", country))).isInstanceOf(Value.Present.class);
    }

    @ParameterizedTest
    @CsvSource({"0999 AB, NL", "1012 SA, NL", "1012 SD, NL", "1012 SS, NL", "10124 AB, NL", "0999, BE", "85000, BE", "116, DK"})
    void a_postcode_that_does_not_fit_makes_the_address_invalid(String postcode, String country) {
        var value = Address.TYPE.of(Address.of("Kade", "3", postcode, "X", country));

        assertThat(value).isInstanceOfSatisfying(Value.Invalid.class,
            invalid -> assertThat(invalid.reason()).isEqualTo(ReasonCode.POSTCODE_FORMAT));
        assertThat(Address.TYPE.parse(value.text())).isEqualTo(value);
    }

    @Test
    void a_country_that_is_not_one_makes_it_invalid() {
        assertThat(Address.TYPE.of(Address.of("Kade", "3", "1012 AB", "Amsterdam", "Nederland")).isValid()).isFalse();
    }

    @Test
    void a_line_break_in_a_member_is_shown_and_never_sent() {
        var value = Address.TYPE.of(Address.of("Kade\nachter", "3", "1012 AB", "Amsterdam", "NL"));

        assertThat(value.isValid()).isFalse();
        assertThat(Address.TYPE.parse(value.text())).isEqualTo(value);
    }

    @Test
    void its_members_are_told_as_they_were_typed_also_where_it_is_refused() {
        var refused = new Address("t.a.v. Çelik", "Kade", "12", "A", "", "0999", "Delft", "NL");

        assertThat(Address.typed(Address.TYPE.of(refused))).isEqualTo(refused);
        assertThat(Address.typed(Address.TYPE.parse("Kade 3"))).isEqualTo(Address.of("Kade 3", "", "", "", ""));
        assertThat(Address.typed(Value.absent()).isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"Kade|12|A|-|Kade 12A", "Kade|12|bis|-|Kade 12 bis", "Kade|12|-14|-|Kade 12-14", "Kade|-|Kavel 3|-|Kade Kavel 3",
        "-|-|-|Postbus 4|Postbus 4", "Kade|12|-|bus 4|Kade 12 bus 4"})
    void it_stands_on_one_line_as_people_write_it(String street, String number, String rest, String box, String line) {
        assertThat(new Address("", street, number, rest, box, "", "", "").onOneLine()).isEqualTo(line);
    }
}
