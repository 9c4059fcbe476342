package nl.koppelwerk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;
import nl.koppelwerk.relation.YesNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How single values stand on the wire. */
class CodecsTest {

    private static final References LISTS = new References(Map.of("countries", Map.of("NL", "c-1")));
    private static final AddressCodec ADDRESS = Codecs.address().attention("t.a.v.").street("straat").houseNumber("nr")
        .huisnummertoevoeging("toev").box("bus").postalCode("postcode").city("plaats").country("land");
    private static final AddressCodec REFERRING = Codecs.address().street("straat").houseNumberAsNumber("nr").country("land", Codecs.reference("countries", "Code"));
    private static final CodeTable<Gender> GENDERS = Codecs.codes(Gender.TYPE).code(Gender.MALE, "Man", "Male").code(Gender.FEMALE, "Vrouw");

    @Test void each_part_of_an_address_has_its_member_in_both_directions() {
        var wire = json("{'t.a.v.': 'Çelik', 'straat': 'Kade', 'nr': '3', 'toev': 'A', 'bus': '4', 'postcode': '2514 EE', 'plaats': 'Delft', 'land': 'NL'}");

        var read = ADDRESS.read(wire, Missing.ABSENT);

        assertThat(read).isEqualTo(Address.TYPE.of(new Address("Çelik", "Kade", "3", "A", "4", "2514 EE", "Delft", "NL")));
        assertThat(ADDRESS.write(value(read), References.NONE)).isEqualTo(wire);
        assertThat(ADDRESS.name()).isEqualTo("address t.a.v., straat, nr, toev, bus, postcode, plaats, land");
    }

    @Test void an_address_is_emptied_member_by_member_in_the_words_of_the_system() {
        assertThat(REFERRING.empty(EmptyWrites.NULL)).isEqualTo(json("{'straat': null, 'nr': null, 'land': null}"));
        assertThat(REFERRING.empty(EmptyWrites.EMPTY_TEXT)).isEqualTo(json("{'straat': '', 'nr': null, 'land': null}"));
    }

    @ParameterizedTest
    @CsvSource({"12, 12, ''", "12.0, 12, ''", "12.5, 12, .5", "'\"7 bis\"', 7, bis"})
    void a_house_number_may_come_as_a_number(String wire, String number, String rest) {
        var address = value(REFERRING.read(json("{'straat': 'Kade', 'nr': " + wire + "}"), Missing.EMPTY));

        assertThat(List.of(address.houseNumber(), address.huisnummertoevoeging())).containsExactly(number, rest);
    }

    @Test void a_navigation_that_was_not_expanded_leaves_the_address_unknown_and_a_member_that_is_left_out_is_empty() {
        assertThat(REFERRING.read(json("{'straat': 'Kade'}"), Missing.ABSENT).isAbsent()).isTrue();
        assertThat(value(REFERRING.read(json("{'straat': 'Kade'}"), Missing.EMPTY))).isEqualTo(Address.of("Kade", "", "", "", ""));
        assertThat(value(REFERRING.read(json("{'straat': 'Kade', 'land': null}"), Missing.ABSENT))).isEqualTo(Address.of("Kade", "", "", "", ""));
        assertThat(value(ADDRESS.read(json("{'straat': 'Kade'}"), Missing.ABSENT))).isEqualTo(Address.of("Kade", "", "", "", ""));
    }

    @Test void an_address_of_another_shape_is_kept_as_it_is_and_never_sent() {
        assertThat(ADDRESS.read(json("['Kade']"), Missing.EMPTY)).isEqualTo(new Value.Invalid<>("[\"Kade\"]", ReasonCode.UNMAPPABLE));
        assertThat(ADDRESS.read(json("{'straat': {}}"), Missing.EMPTY)).isEqualTo(new Value.Invalid<>("{\"straat\":{}}", ReasonCode.UNMAPPABLE));
        assertThat(ADDRESS.read(json("{'postcode': '0999 AB', 'land': 'NL'}"), Missing.EMPTY)).isInstanceOfSatisfying(Value.Invalid.class,
            odd -> assertThat(odd.reason()).isEqualTo(ReasonCode.POSTCODE_FORMAT));
    }

    @Test void only_parts_that_are_filled_can_be_a_problem_of_an_address() {
        assertThat(REFERRING.problems(Address.of("Kade", "3", "", "", ""), LISTS)).isEmpty();
        assertThat(REFERRING.problems(Address.of("Kade", "3", "", "", "NL"), LISTS)).isEmpty();
        assertThat(REFERRING.problems(Address.of("Kade", "3", "", "", "BE"), LISTS)).extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
        assertThat(REFERRING.write(Address.of("Kade", "3", "", "", "BE"), LISTS)).hasToString("{\"straat\":\"Kade\",\"nr\":3}");
    }

    @ParameterizedTest
    @CsvSource({"'\"Man\"', MALE", "'\" male \"', MALE", "'\"VROUW\"', FEMALE"})
    void every_spelling_of_a_code_is_read_in_any_case(String wire, Gender gender) {
        assertThat(value(GENDERS.read(json(wire), Missing.ABSENT))).isEqualTo(gender);
    }

    @Test void a_code_is_written_in_its_first_spelling_and_one_without_is_a_problem() {
        assertThat(GENDERS.write(Gender.MALE, References.NONE).textValue()).isEqualTo("Man");
        assertThat(GENDERS.problems(Gender.MALE, References.NONE)).isEmpty();
        assertThat(GENDERS.write(Gender.UNSPECIFIED, References.NONE).isMissingNode()).isTrue();
        assertThat(GENDERS.problems(Gender.UNSPECIFIED, References.NONE)).containsExactly(new Reason(ReasonCode.CODE_UNKNOWN));
        assertThat(GENDERS.name()).isEqualTo("codes Man, Vrouw");
    }

    @Test void a_code_that_no_list_has_is_kept_as_it_came_and_a_blank_one_is_empty() {
        assertThat(GENDERS.read(json("'X'"), Missing.ABSENT)).isEqualTo(new Value.Invalid<>("X", ReasonCode.CODE_UNKNOWN));
        assertThat(GENDERS.read(json("{'x': 1}"), Missing.ABSENT)).isEqualTo(new Value.Invalid<>("{\"x\":1}", ReasonCode.CODE_UNKNOWN));
        assertThat(GENDERS.read(json("' '"), Missing.ABSENT).isEmpty()).isTrue();
    }

    @Test void a_limit_counts_each_text_that_is_sent() {
        var limited = Codecs.text(5);

        assertThat(limited.problems("Çelik", References.NONE)).isEmpty();
        assertThat(limited.problems("Çelikk", References.NONE)).containsExactly(new Reason(ReasonCode.TOO_LONG, "", Map.of("limit", "5")));
        assertThat(ADDRESS.upTo(4).problems(Address.of("Kade", "3", "", "Delf", ""), References.NONE)).isEmpty();
        assertThat(ADDRESS.upTo(4).problems(Address.of("Kade", "3", "", "Delft", ""), References.NONE)).hasSize(1);
        assertThat(REFERRING.upTo(9).problems(Address.of("Kade", "3", "", "", "BE"), LISTS)).extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
    }

    @Test void a_text_with_a_limit_is_read_shown_written_and_emptied_as_any_other() {
        var limited = Codecs.text(5);

        assertThat(value(limited.read(json("'Çelik'"), Missing.ABSENT))).isEqualTo("Çelik");
        assertThat(limited.write("Çelik", References.NONE)).isEqualTo(limited.shown("Çelik")).isEqualTo(json("'Çelik'"));
        assertThat(limited.empty(EmptyWrites.EMPTY_TEXT)).isEqualTo(json("''"));
        assertThat(limited.empty(EmptyWrites.NULL).isNull()).isTrue();
        assertThat(limited.empty(EmptyWrites.OMIT).isMissingNode()).isTrue();
    }

    @Test void a_truth_a_number_and_a_set_stand_as_json_has_them() {
        assertThat(value(Codecs.truth().read(json("true"), Missing.ABSENT))).isEqualTo(YesNo.YES);
        assertThat(value(Codecs.truth().read(json("false"), Missing.ABSENT))).isEqualTo(YesNo.NO);
        assertThat(Codecs.truth().read(json("'soms'"), Missing.ABSENT).isValid()).isFalse();
        assertThat(Codecs.truth().write(YesNo.NO, References.NONE)).isEqualTo(json("false"));
        assertThat(Codecs.number(Amount.TYPE).write(value(Amount.TYPE.parse("12.50")), References.NONE)).hasToString("12.5");
        assertThat(Codecs.setOfCodes().write(value(Codes.TYPE.parse("B,A")), References.NONE)).isEqualTo(json("['A', 'B']"));
        assertThat(Codecs.setOfCodes().empty(EmptyWrites.NULL)).isEqualTo(json("[]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'A' | UNMAPPABLE", "['A,B'] | CODE_UNKNOWN", "['A', 7] | CODE_UNKNOWN"}, quoteCharacter = '`')
    void a_set_that_is_none_or_whose_codes_could_not_be_told_apart_is_never_sent(String wire, ReasonCode why) {
        var odd = json(wire);

        assertThat(Codecs.setOfCodes().read(odd, Missing.ABSENT)).isEqualTo(new Value.Invalid<>(odd.toString(), why));
    }

    @Test void a_reference_says_the_name_where_it_was_expanded() {
        var country = Codecs.reference("countries", "Code");

        assertThat(value(country.read(json("{'Code': 'NL'}"), Missing.ABSENT))).isEqualTo("NL");
        assertThat(country.read(json("{'Code': null}"), Missing.ABSENT).isEmpty()).isTrue();
        assertThat(country.read(json("{'ID': 'c-1'}"), Missing.ABSENT).isAbsent()).isTrue();
        assertThat(country.read(json("{'ID': 'c-1'}"), Missing.EMPTY).isEmpty()).isTrue();
        assertThat(country.read(json("'NL'"), Missing.EMPTY)).isEqualTo(new Value.Invalid<>("NL", ReasonCode.UNMAPPABLE));
        assertThat(country.shown("NL")).isEqualTo(json("{'Code': 'NL'}"));
        assertThat(country.name()).isEqualTo("reference to countries by Code");
    }

    @Test void a_reference_also_has_the_problems_of_its_name() {
        var limited = new ReferenceCodec<>("countries", "ID", "Code", Codecs.text(1), List::of);

        assertThat(limited.problems("NL", LISTS)).extracting(Reason::code).containsExactly(ReasonCode.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z", "2026-03-02T10:00:00.5+01:00, 2026-03-02T09:00:00.5Z",
        "' 2026-07-02T09:00:00 ', 2026-07-02T07:00:00Z", "2026-03-02T09:00:00.123456789, 2026-03-02T08:00:00.123456789Z"})
    void a_moment_without_an_offset_is_of_its_own_zone(String typed, Instant moment) {
        assertThat(Codecs.instant(ZoneId.of("Europe/Amsterdam")).read(json("'" + typed + "'"))).isEqualTo(moment);
    }

    @Test void a_moment_that_cannot_be_read_is_none_and_one_without_a_zone_is_of_utc() {
        assertThat(Codecs.instant().read(json("'2026-03-02T09:00:00'"))).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(Codecs.instant().read(json("'gisteren'"))).isNull();
        assertThat(Codecs.instant().read(json("1772442000"))).isNull();
    }

    @Test void the_codecs_say_in_the_documentation_what_they_are() {
        assertThat(List.of(Codecs.email().name(), Codecs.website().name(), Codecs.date().name(), Codecs.kvk().name(), Codecs.phone("NL").name(), Codecs.truth().name()))
            .containsExactly("e-mail", "website", "date", "KvK number", "phone of NL", "true or false");
    }

    private static <T> T value(Value<T> value) { return ((Value.Present<T>) value).value(); }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
