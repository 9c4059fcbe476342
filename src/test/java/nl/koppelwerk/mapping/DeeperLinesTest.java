package nl.koppelwerk.mapping;

import static nl.koppelwerk.mapping.Codecs.*;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that stand deeper in their record, addresses that are whole or none, and numbers with limits. */
class DeeperLinesTest {

    private static final References LISTS = new References(Map.of("countries", Map.of("NL", "c-1")));
    private static final AddressCodec WHOLE = address().street("street").needed().city("city").needed().country("country", reference("countries", "id", "code"));
    private static final RecordMapping TABLE = RecordMapping.record("firm").id("id")
        .field(CONTACT_PERSON, "home/person", text(10)).field(VISIT_ADDRESS, "home", WHOLE).field(NAME, "names/of/law", text(10)).build();

    @Test void two_lines_may_share_an_object_and_each_names_its_own_members() {
        var both = Values.NONE.with(CONTACT_PERSON, "Ida").with(VISIT_ADDRESS, "street=Kade\ncity=Delft\ncountry=NL");

        assertThat(TABLE.update(both, LISTS).get("")).isEqualTo(json("{'home': {'person': 'Ida', 'street': 'Kade', 'city': 'Delft', 'country': {'id': 'c-1'}}}"));
        assertThat(TABLE.update(Values.NONE.with(CONTACT_PERSON, Value.empty()), LISTS).get("")).isEqualTo(json("{'home': {'person': null}}"));
        assertThat(TABLE.update(Values.NONE.with(NAME, "Çelik"), LISTS).get("")).isEqualTo(json("{'names': {'of': {'law': 'Çelik'}}}"));
        assertThat(TABLE.lines()).anyMatch(line -> line.field().equals(CONTACT_PERSON) && line.isAt("home/person"));
        assertThat(TABLE.resourceOf(CONTACT_PERSON)).isEmpty();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"{'id': 1, 'home': {'person': 'Ida'}} | present", "{'id': 1, 'home': {'person': null}} | empty", "{'id': 1, 'home': null} | empty",
        "{'id': 1, 'home': {}} | absent", "{'id': 1} | absent", "{'id': 1, 'home': 'Kade'} | absent"})
    void what_lies_in_nothing_is_nothing_and_what_is_left_out_is_not_known(String wire, String state) {
        assertThat((Object) TABLE.read(json(wire)).values().get(CONTACT_PERSON)).hasToString(state);
    }

    @Test void an_address_that_is_filled_needs_all_that_is_needed_and_a_country_alone_is_none() {
        assertThat(WHOLE.problems(Address.of("Kade", "", "", "", "NL"), LISTS)).containsExactly(new Reason(ReasonCode.ADDRESS_INCOMPLETE, "", Map.of("missing", Said.word("word.city"))));
        assertThat(WHOLE.problems(Address.of("Kade", "", "", "Delft", ""), LISTS)).isEmpty();
        assertThat(WHOLE.problems(Address.of("", "", "", "", "NL"), LISTS)).isEmpty();
        assertThat(WHOLE.problems(new Address("t.a.v. Ida", "", "", "", "", "", "", ""), LISTS)).isEmpty();
    }

    @ParameterizedTest @CsvSource({"30, ", "-365, ", "1000, ", "1001, NOT_IN_RANGE", "-366, NOT_IN_RANGE"}) void a_whole_number_has_limits(String typed, ReasonCode code) {
        var codec = number(Days.TYPE, -365, 1000);
        var days = new Days(Integer.parseInt(typed));

        assertThat(codec.problems(days, References.NONE)).extracting(Reason::code).isEqualTo(code == null ? java.util.List.of() : java.util.List.of(code));
        assertThat(codec.write(days, References.NONE)).hasToString(typed);
    }

    @Test void a_text_that_is_no_number_is_a_reason_and_never_an_exception() {
        var codec = number(nl.koppelwerk.relation.Text.TYPE, 1, 9);

        assertThat(codec.problems("1.5", References.NONE)).extracting(Reason::code).containsExactly(ReasonCode.NUMBER_FORMAT);
        assertThat(codec.write("CRM-7", References.NONE).isNumber()).isFalse();
    }

    @ParameterizedTest @CsvSource({"5000.0, 5000", "1.0E+7, 10000000", "0.00, 0", "0.050, 0.05", "-2, -2"}) void a_number_reads_the_same_whatever_its_digits_look_like(String wire, String text) {
        assertThat(number(Amount.TYPE).read(new com.fasterxml.jackson.databind.node.DecimalNode(new java.math.BigDecimal(wire)), Missing.EMPTY).text()).isEqualTo(text);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
