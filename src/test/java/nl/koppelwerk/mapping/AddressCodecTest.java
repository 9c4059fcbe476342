package nl.koppelwerk.mapping;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.codes;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.LANGUAGE;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Language;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;

/** An address as an object, part by part as a table names them. */
class AddressCodecTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Address WHOLE = new Address("t.a.v. An", "Dorpsstraat", "7", "bis", "B", "8500", "Kortrijk", "BE");

    @Test void each_part_goes_into_its_member_and_comes_back() throws IOException {
        var codec = address().attention("att").street("street").houseNumber("nr").huisnummertoevoeging("add").box("box").postalCode("zip").city("town").country("land");

        var wire = codec.write(WHOLE, References.NONE);

        assertThat(wire).isEqualTo(json("{'att': 't.a.v. An', 'street': 'Dorpsstraat', 'nr': '7', 'add': 'bis', 'box': 'B', 'zip': '8500', 'town': 'Kortrijk', 'land': 'BE'}"));
        assertThat(read(codec, wire)).isEqualTo(WHOLE);
        assertThat(codec.members()).containsExactly("att", "street", "nr", "add", "box", "zip", "town", "land");
        assertThat(codec.name()).isEqualTo("address att, street, nr, add, box, zip, town, land");
    }

    @Test void a_house_number_may_be_a_number_and_a_country_a_code_of_the_system() throws IOException {
        var codec = address().street("street").houseNumberAsNumber("nr").country("land", codes(nl.koppelwerk.relation.Text.TYPE).code("BE", "Belgium"));

        assertThat(codec.write(WHOLE, References.NONE)).hasToString(json("{'street': 'Dorpsstraat', 'nr': 7, 'land': 'Belgium'}").toString());
        assertThat(read(codec, json("{'street': 'Dorpsstraat', 'nr': 7.0, 'land': 'belgium'}"))).isEqualTo(new Address("", "Dorpsstraat", "7", "", "", "", "", "BE"));
    }

    @Test void street_and_number_in_one_text_are_not_taken_apart() throws IOException {
        var codec = address().oneText("line").city("town");

        assertThat(codec.write(WHOLE, References.NONE).get("line").asText()).contains("Dorpsstraat").contains("7");
        assertThat(read(codec, json("{'line': 'Dorpsstraat 7 bis', 'town': 'Kortrijk'}")).street()).isEqualTo("Dorpsstraat 7 bis");
    }

    @Test void only_the_member_that_was_named_last_is_limited_or_needed() {
        var limited = address().street("street").city("town").atMost(3).country("land");
        assertThat(limited.problems(WHOLE, References.NONE)).extracting(Reason::code).containsExactly(ReasonCode.TOO_LONG);

        var needed = address().street("street").postalCode("zip").needed().city("town");
        assertThat(needed.problems(new Address("", "Dorpsstraat", "", "", "", "", "", ""), References.NONE)).extracting(Reason::code).containsExactly(ReasonCode.ADDRESS_INCOMPLETE);
        assertThat(needed.problems(new Address("", "", "", "", "", "8500", "", ""), References.NONE)).isEmpty();
    }

    @Test void an_address_that_is_emptied_empties_texts_by_the_style_of_its_system() throws IOException {
        var codec = address().street("street").city("town").atMost(9).country("land", codes(nl.koppelwerk.relation.Text.TYPE).code("BE", "Belgium"));

        assertThat(codec.empty(EmptyWrites.EMPTY_TEXT)).isEqualTo(json("{'street': '', 'town': '', 'land': null}"));
        assertThat(codec.empty(EmptyWrites.NULL)).isEqualTo(json("{'street': null, 'town': null, 'land': null}"));
    }

    @Test void a_table_is_built_line_by_line() throws IOException {
        var table = record("client").id("key").version("rev").reference("ours").required(LAST_NAME).missingMeans(Missing.EMPTY)
            .field(LAST_NAME, "name").readOnly(LANGUAGE, "lang", codes(Language.TYPE).code(new Language("nl"), "NL"))
            .within("home", home -> home.id("homeKey").whole(VISIT_ADDRESS, address().street("street"))).build();

        var read = table.read(json("{'key': 'K-1', 'rev': 3, 'ours': 'APR1', 'name': 'Peeters', 'lang': 'nl', 'home': {'homeKey': 'H-1', 'street': 'Dorpsstraat'}}"));

        assertThat(read.id()).isEqualTo("K-1");
        assertThat(read.values().get(LAST_NAME).text()).isEqualTo("Peeters");
        assertThat(read.values().get(LANGUAGE).text()).isEqualTo("nl");
        assertThat(read.values().get(VISIT_ADDRESS).text()).contains("Dorpsstraat");
        assertThat(table.fields()).containsExactlyInAnyOrderElementsOf(List.of(LAST_NAME, LANGUAGE, VISIT_ADDRESS));
        assertThat(table.read(json("{'key': 'K-1'}")).values().get(LAST_NAME)).isEqualTo(Value.empty());
    }

    private static Address read(Codec<Address> codec, JsonNode wire) { return ((Value.Present<Address>) codec.read(wire, Missing.ABSENT)).value(); }

    private static JsonNode json(String text) throws IOException { return JSON.readTree(text.replace('\'', '"')); }
}
