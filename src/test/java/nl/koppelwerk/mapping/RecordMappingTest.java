package nl.koppelwerk.mapping;

import static nl.koppelwerk.mapping.Codecs.*;
import static nl.koppelwerk.mapping.RecordMapping.of;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

class RecordMappingTest {

    private static final References LISTS = new References(Map.of(
        "countries", Map.of("NL", "c-1"), "genders", Map.of("Male", "g-1"), "functions", Map.of("Directeur", "f-1")));

    private static final RecordMapping TABLE = RecordMapping.record("person").id("id").reference("ours")
        .field(NAME, "name", text(10))
        .fields(of(BUSINESS_MOBILE, PRIVATE_MOBILE), "mobile", phone("NL"), Choice.firstPresent())
        .field(GENDER, "gender", reference("genders", "Name", codes(Gender.TYPE).code(Gender.MALE, "Man", "Male")))
        .field(FUNCTION, "function", reference("functions", "Name"))
        .field(PAYMENT_DAYS, "days", number(nl.koppelwerk.relation.Days.TYPE))
        .field(AUTO_SYNC, "auto", truth())
        .readOnly(RELATION_TYPES, "types", setOfCodes())
        .within("home", home -> home.id("key").whole(PRIVATE_ADDRESS, address().street("street").houseNumberAsNumber("number")
            .huisnummertoevoeging("suffix").country("country", reference("countries", "Code"))))
        .required(NAME).build();

    @Test
    void a_body_names_only_what_changed_and_each_wire_record_has_its_own() {
        var changed = Values.NONE.with(NAME, "Çelik").with(PRIVATE_ADDRESS, "street=Kade\nhouseNumber=3\ncountry=NL");

        var bodies = TABLE.update(changed, LISTS);

        assertThat(bodies).containsOnlyKeys("", "home");
        assertThat(bodies.get("")).isEqualTo(json("{'name': 'Çelik'}"));
        assertThat(bodies.get("home")).hasToString("{\"street\":\"Kade\",\"number\":3,\"suffix\":null,\"country\":{\"ID\":\"c-1\"}}");
    }

    @Test
    void a_part_of_an_address_that_is_empty_and_stays_so_is_not_sent() {
        var before = Values.NONE.with(PRIVATE_ADDRESS, "street=Kade\nhouseNumber=3\nhuisnummertoevoeging=A");
        var without = Values.NONE.with(PRIVATE_ADDRESS, "street=Kade\nhouseNumber=4");

        assertThat(TABLE.update(without, before, LISTS).get("home")).hasToString("{\"street\":\"Kade\",\"number\":4,\"suffix\":null}");
        assertThat(TABLE.update(without, without, LISTS).get("home")).hasToString("{\"street\":\"Kade\",\"number\":4}");
    }

    @Test
    void of_several_fields_with_one_member_the_first_present_is_written() {
        var both = Values.NONE.with(BUSINESS_MOBILE, "+31612345678").with(PRIVATE_MOBILE, "+31687654321");

        assertThat(sent(both)).isEqualTo(json("{'mobile': '+31612345678'}"));
        assertThat(sent(both.with(BUSINESS_MOBILE, Value.empty()))).isEqualTo(json("{'mobile': '+31687654321'}"));
        assertThat(sent(both.with(BUSINESS_MOBILE, Value.empty()).with(PRIVATE_MOBILE, Value.empty()))).isEqualTo(json("{'mobile': null}"));
    }

    @Test
    void an_invalid_value_is_never_sent_and_keeps_an_empty_one_from_wiping_it() {
        assertThat(TABLE.update(Values.NONE.with(NAME, "a\u0000b"), LISTS)).isEmpty();
        assertThat(TABLE.update(Values.NONE.with(BUSINESS_MOBILE, Value.empty()).with(PRIVATE_MOBILE, "06"), LISTS)).isEmpty();
    }

    @Test
    void a_member_that_is_read_only_is_read_and_never_written() {
        var read = TABLE.read(json("{'id': '1', 'types': ['B', 'A']}")).values();

        assertThat(read.get(RELATION_TYPES).text()).isEqualTo("A,B");
        assertThat(TABLE.update(read, LISTS)).isEmpty();
        assertThat(TABLE.form(RELATION_TYPES, read.get(RELATION_TYPES)).isAbsent()).isTrue();
    }

    @Test
    void a_name_that_no_list_has_is_a_problem_with_its_list() {
        assertThat(TABLE.problems(FUNCTION, FUNCTION.type().parse("Kok"), LISTS))
            .containsExactly(new Reason(ReasonCode.NOT_IN_REFERENCE_LIST, "function", Map.of("list", "functions")));
        assertThat(TABLE.problems(GENDER, GENDER.type().of(Gender.FEMALE), LISTS))
            .extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
        assertThat(TABLE.problems(PRIVATE_ADDRESS, Address.TYPE.of(Address.of("Kade", "3", "", "", "BE")), LISTS))
            .extracting(Reason::code).containsExactly(ReasonCode.NOT_IN_REFERENCE_LIST);
    }

    @Test
    void another_spelling_of_a_code_is_found_in_the_list() {
        assertThat(sent(Values.NONE.with(GENDER, "MALE"))).isEqualTo(json("{'gender': {'ID': 'g-1'}}"));
    }

    @Test
    void a_text_that_is_too_long_is_a_problem_with_its_limit_and_is_not_cut() {
        var longer = NAME.type().parse("a name that is longer");

        assertThat(TABLE.problems(NAME, longer, LISTS))
            .containsExactly(new Reason(ReasonCode.TOO_LONG, "name", Map.of("limit", "10")));
        assertThat((Object) TABLE.form(NAME, longer)).isEqualTo(longer);
        assertThat(TABLE.problems(NAME, NAME.type().parse("a\u0000b"), LISTS))
            .containsExactly(new Reason(ReasonCode.TEXT_CONTROL_CHARACTERS, "name"));
    }

    @Test
    void a_new_record_is_one_tree_of_what_is_filled_with_our_reference() {
        var all = Values.NONE.with(NAME, "Çelik").with(FUNCTION, "").with(AUTO_SYNC, "YES").with(PAYMENT_DAYS, "30")
            .with(PRIVATE_ADDRESS, "street=Kade\nhouseNumber=3");

        assertThat(TABLE.create(all, "AC-1", LISTS)).hasToString(
            "{\"name\":\"Çelik\",\"days\":30,\"auto\":true,\"home\":{\"street\":\"Kade\",\"number\":3},\"ours\":\"AC-1\"}");
    }

    @Test
    void emptying_is_said_in_the_words_of_the_system() {
        var name = Values.NONE.with(NAME, Value.empty());

        assertThat(mapping(EmptyWrites.NULL).update(name, LISTS).get("")).isEqualTo(json("{'name': null}"));
        assertThat(mapping(EmptyWrites.EMPTY_TEXT).update(name, LISTS).get("")).isEqualTo(json("{'name': ''}"));
        assertThat(mapping(EmptyWrites.OMIT).update(name, LISTS)).isEmpty();
        assertThat(mapping(EmptyWrites.OMIT).form(NAME, Value.empty()).isAbsent()).isTrue();
    }

    @Test
    void an_odd_member_is_an_invalid_value_and_an_odd_record_is_unreadable() {
        var odd = TABLE.read(json("{'id': '1', 'name': {'x': 1}, 'mobile': '06-1', 'home': {'key': 'k', 'street': ['x']}}"));

        assertThat(odd.values().get(NAME)).isEqualTo(new Value.Invalid<>("{\"x\":1}", ReasonCode.UNMAPPABLE));
        assertThat(odd.values().get(PRIVATE_MOBILE)).isEqualTo(new Value.Invalid<>("06-1", ReasonCode.PHONE_INVALID));
        assertThat(odd.values().get(PRIVATE_ADDRESS).isValid()).isFalse();
        assertThat(odd.handles()).containsExactly(Map.entry("home", "k"));
        assertThatThrownBy(() -> TABLE.read(json("{'name': 'x'}"))).isInstanceOf(Unreadable.class).hasMessageContaining("/id");
        assertThatThrownBy(() -> TABLE.read(json("[]"))).isInstanceOf(Unreadable.class);
    }

    @Test
    void its_lines_say_field_member_and_codec() {
        assertThat(TABLE.lines()).contains(new Line(NAME, "name", "text up to 10", false),
            new Line(PRIVATE_MOBILE, "mobile", "phone of NL", false), new Line(RELATION_TYPES, "types", "set of codes", true));
        assertThat(TABLE.groups()).contains(java.util.List.of(BUSINESS_MOBILE, PRIVATE_MOBILE));
        assertThat(TABLE.resourceOf(PRIVATE_ADDRESS)).isEqualTo("home");
    }

    @Test
    void two_lines_for_one_field_are_refused_at_once() {
        var twice = RecordMapping.record("twice").field(NAME, "a").field(NAME, "b");

        assertThatThrownBy(twice::build).isInstanceOf(IllegalStateException.class);
    }

    private static RecordMapping mapping(EmptyWrites style) {
        return RecordMapping.record("r").field(NAME, "name").emptyWrites(style).build();
    }

    private static JsonNode sent(Values changed) { return TABLE.update(changed, LISTS).get(""); }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
