package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Sørensen & Zn.", "'s-Gravenhage", "شركة المثال", "Bakkerij 🥐 👨‍👩‍👧", "\"De Kroon\""})
    void text_of_any_script_stays_as_it_is(String typed) { assertThat(Text.TYPE.parse(typed).text()).isEqualTo(typed); }

    @Test
    void blank_lines_in_front_are_trimmed() { assertThat(Text.TYPE.parse("\n\n  Jansen\t").text()).isEqualTo("Jansen"); }

    @ParameterizedTest
    @ValueSource(strings = {"Jan\nsen", "Jan\u0000sen", "Jan\u0007sen", "Jan\ud800sen"})
    void text_with_control_characters_is_kept_and_never_sent(String typed) {
        assertThat(Text.TYPE.parse(typed)).isEqualTo(new Value.Invalid<>(typed, ReasonCode.TEXT_CONTROL_CHARACTERS));
    }

    @Test
    void letters_composed_in_two_ways_are_one_value() {
        assertThat(Text.TYPE.parse("Zoe\u0308")).isEqualTo(Text.TYPE.parse("Zo\u00eb"));
    }

    @ParameterizedTest
    @CsvSource({"info@voorbeeldadvies.example, true", "jan@çelik.nl, true", "o'brien@x.museum, true", "a@b, false",
        "a b@x.nl, false", "jan@, false", "jan@x..nl, false"})
    void an_e_mail_address_has_the_shape_of_one(String typed, boolean valid) {
        assertThat(EmailAddress.TYPE.parse(typed).isValid()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"https://voorbeeldadvies.example, true", "www.kantoor.nl, true", "http://x.nl:8080/a?b=c#d, true",
        "kantoor, false", "ftp://x.nl, false", "javascript:alert(1), false"})
    void a_website_is_an_address_on_the_web(String typed, boolean valid) {
        assertThat(Website.TYPE.parse(typed).isValid()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"1986-05-12, 1986-05-12", "1986-05-12T00:00:00Z, 1986-05-12", "1986-02-30, ''", "12-05-1986, ''"})
    void a_birth_date_is_a_day_of_the_calendar(String typed, String day) {
        var value = BirthDate.TYPE.parse(typed);

        assertThat(value.isValid() ? value.text() : "").isEqualTo(day);
    }

    @Test
    void a_set_of_codes_is_sorted_and_has_each_once() {
        assertThat(Codes.TYPE.parse("RVR, CLIENT,,CLIENT").text()).isEqualTo("CLIENT,RVR");
        assertThat(Codes.TYPE.parse(" , ").isEmpty()).isTrue();
    }

    @Test
    void every_field_is_found_by_its_name() {
        assertThat(Fields.all()).hasSizeGreaterThan(50).allSatisfy(field -> assertThat(Fields.named(field.name())).contains(field));
        assertThat(Fields.named("noSuchField")).isEmpty();
    }

    @Test
    void numbers_of_persons_and_birth_dates_are_sensitive() {
        assertThat(Fields.all().stream().filter(Field::sensitive)).containsExactlyInAnyOrder(Fields.BIRTH_DATE, Fields.BTW_NUMMER,
            Fields.RSIN, Fields.RIJKSREGISTERNUMMER, Fields.PARTNER_RIJKSREGISTERNUMMER);
    }
}
