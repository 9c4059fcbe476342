package nl.koppelwerk.mapping;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.POSTAL_ADDRESS;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static nl.koppelwerk.relation.Fields.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that have other records, or lists of them, inside. */
class RecordShapesTest {

    private static final RecordMapping TABLE = RecordMapping.record("bedrijf").id("nr").version("versie").modified("gewijzigd", instant())
        .field(NAME, "naam")
        .within("adressen[type=BEZOEK]", one -> one.whole(VISIT_ADDRESS, address().street("straat")))
        .within("adressen[type=POST]", one -> one.whole(POSTAL_ADDRESS, address().street("straat")))
        .within("Person", person -> person.id("ID").reference("ImportId").field(LAST_NAME, "Name")
            .within("Mail", mail -> mail.id("key").field(EMAIL, "address")))
        .required(NAME, LAST_NAME).build();

    @Test void a_record_says_its_id_version_stamp_our_reference_and_the_ids_of_what_it_holds() {
        var read = TABLE.read(json("{'nr': 7, 'versie': 3, 'gewijzigd': '2026-03-02T09:00:00Z', 'naam': 'Çelik', 'adressen': [{'type': 'POST', 'straat': 'Kade'}],"
            + "'Person': {'ID': 'p-1', 'ImportId': 'AC-1', 'Name': 'Jansen', 'Mail': {'key': 'm-1', 'address': 'a@b.example'}}}"));

        assertThat(List.of(read.id(), read.version(), read.reference())).containsExactly("7", "3", "AC-1");
        assertThat(read.modified()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(read.handles()).isEqualTo(Map.of("adressen[type=POST]", "POST", "Person", "p-1", "Person/Mail", "m-1"));
        assertThat(read.values().get(EMAIL).text()).isEqualTo("a@b.example");
    }

    @Test void what_a_record_does_not_say_of_itself_is_none() {
        var read = TABLE.read(json("{'nr': '7'}"));

        assertThat(List.of(read.version(), read.reference())).containsOnly("");
        assertThat(read.modified()).isNull();
        assertThat(read.handles()).isEmpty();
    }

    @Test void an_element_that_a_list_lacks_is_empty_and_a_list_that_is_left_out_says_nothing() {
        var without = TABLE.read(json("{'nr': '7', 'adressen': [{'type': 'BEZOEK', 'straat': 'Coolsingel'}]}")).values();

        assertThat(without.get(VISIT_ADDRESS).text()).isEqualTo("street=Coolsingel");
        assertThat(without.get(POSTAL_ADDRESS).isEmpty()).isTrue();
        assertThat(TABLE.read(json("{'nr': '7'}")).values().get(POSTAL_ADDRESS).isAbsent()).isTrue();
        assertThat(TABLE.read(json("{'nr': '7', 'adressen': null}")).values().get(POSTAL_ADDRESS).isEmpty()).isTrue();
        assertThat(TABLE.read(json("{'nr': '7', 'Person': null}")).values().get(EMAIL).isEmpty()).isTrue();
        assertThat(TABLE.read(json("{'nr': '7', 'Person': {'ID': 'p'}}")).values().get(EMAIL).isAbsent()).isTrue();
    }

    @Test void another_shape_than_the_tables_is_unreadable_and_says_where() {
        assertThatThrownBy(() -> TABLE.read(json("{'nr': '7', 'adressen': {}}")))
            .isInstanceOfSatisfying(Unreadable.class, odd -> assertThat(odd.pointer()).isEqualTo("/adressen")).hasMessage("bedrijf at /adressen: expected an array");
        assertThatThrownBy(() -> TABLE.read(json("{'nr': '7', 'Person': []}"))).hasMessage("bedrijf at /Person: expected an object");
        assertThatThrownBy(() -> TABLE.read(json("'x'"))).hasMessage("bedrijf at /: expected an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'nr': null}", "{'nr': ' '}", "{'nr': {}}"})
    void a_record_without_an_id_is_unreadable(String wire) {
        assertThatThrownBy(() -> TABLE.read(json(wire))).hasMessage("bedrijf at /nr: expected an id");
    }

    @Test void each_record_inside_has_a_body_of_its_own() {
        var bodies = TABLE.update(Values.NONE.with(POSTAL_ADDRESS, "street=Kade").with(EMAIL, "a@b.example").with(LAST_NAME, ""), References.NONE);

        assertThat(bodies).containsOnlyKeys("adressen[type=POST]", "Person", "Person/Mail");
        assertThat(bodies.get("Person")).isEqualTo(json("{'Name': null}"));
        assertThat(bodies.get("Person/Mail")).isEqualTo(json("{'address': 'a@b.example'}"));
    }

    @Test void a_new_record_has_what_it_holds_at_its_place_with_our_reference() {
        var all = Values.NONE.with(NAME, "Çelik").with(VISIT_ADDRESS, "street=Coolsingel").with(POSTAL_ADDRESS, "street=Kade").with(EMAIL, "a@b.example");

        assertThat(TABLE.create(all, "AC-1", References.NONE)).isEqualTo(json("{'naam': 'Çelik', 'adressen': [{'type': 'BEZOEK', 'straat': 'Coolsingel'},"
            + "{'type': 'POST', 'straat': 'Kade'}], 'Person': {'Mail': {'address': 'a@b.example'}, 'ImportId': 'AC-1'}}"));
        assertThat(TABLE.create(Values.NONE.with(NAME, "Çelik"), "", References.NONE)).isEqualTo(json("{'naam': 'Çelik'}"));
        assertThat(plain().create(Values.NONE.with(NAME, "Çelik"), "AC-1", References.NONE)).isEqualTo(json("{'naam': 'Çelik'}"));
    }

    @Test void the_place_of_our_reference_and_of_each_field_is_documented_as_a_path() {
        assertThat(TABLE.referenceMember()).contains("Person/ImportId");
        assertThat(plain().referenceMember()).isEmpty();
        assertThat(RecordMapping.record("r").reference("ours").build().referenceMember()).contains("ours");
        assertThat(TABLE.lines()).extracting(Line::member).containsExactly("naam", "adressen[type=BEZOEK]", "adressen[type=POST]", "Person/Name", "Person/Mail/address");
        assertThat(TABLE.resourceOf(EMAIL)).isEqualTo("Person/Mail");
        assertThat(TABLE.required()).containsExactlyInAnyOrder(NAME, LAST_NAME);
        assertThat(TABLE.name()).isEqualTo("bedrijf");
        assertThat(TABLE.fields()).containsExactly(NAME, VISIT_ADDRESS, POSTAL_ADDRESS, LAST_NAME, EMAIL);
    }

    @Test void a_field_that_the_table_does_not_name_is_not_read_not_written_and_no_problem() {
        var phone = PHONE.type().parse("bel mij");

        assertThat(TABLE.form(PHONE, phone).isAbsent()).isTrue();
        assertThat(TABLE.problems(PHONE, phone, References.NONE)).isEmpty();
        assertThat(TABLE.resourceOf(PHONE)).isEmpty();
        assertThat(TABLE.update(Values.NONE.with(WEBSITE, "www.bakker.example"), References.NONE)).isEmpty();
    }

    @Test void the_form_of_what_is_empty_or_refused_is_itself_and_only_a_refused_one_is_a_problem() {
        Value<?> refused = NAME.type().parse("a\u0000b");

        assertThat(TABLE.form(NAME, Value.empty()).isEmpty()).isTrue();
        assertThat((Object) TABLE.form(NAME, refused)).isEqualTo(refused);
        assertThat(TABLE.problems(NAME, Value.empty(), References.NONE)).isEmpty();
        assertThat(TABLE.problems(NAME, refused, References.NONE)).containsExactly(new Reason(ReasonCode.TEXT_CONTROL_CHARACTERS, "name"));
    }

    private static RecordMapping plain() { return RecordMapping.record("plain").field(NAME, "naam").build(); }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
