package nl.koppelwerk.systems.adminpulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPulseReaderTest {

    private final AdminPulseReader reader = new AdminPulseReader(new AdminPulseTables(AdminPulseNames.of("guess-en")));

    @ParameterizedTest
    @CsvSource({"PERSON, PERSON", "Persoon, PERSON", "Eenmanszaak, PERSON", "SOLE_PROPRIETOR, PERSON", "Bedrijf, ORGANISATION", "company, ORGANISATION"})
    void a_type_is_a_kind(String type, Kind kind) {
        assertThat(read("'type': '" + type + "'").relation().kind()).isEqualTo(kind);
    }

    @ParameterizedTest @ValueSource(strings = {"'type': 'Vereniging'", "'type': null", "'types': 'PERSON'", "'type': 'PERSON', 'uniqueIdentifier': null"})
    void what_is_of_no_known_type_or_has_no_id_cannot_be_read(String members) {
        assertThatThrownBy(() -> read(members)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest @ValueSource(strings = {"[]", "\"APR00001\"", "7", "null"}) void what_is_no_object_cannot_be_read(String json) throws Exception {
        var wire = new ObjectMapper().readTree(json);

        assertThatThrownBy(() -> reader.relation(wire, Codes.of(List.of()), Value.absent(), true)).isInstanceOf(Unreadable.class);
    }

    @Test void what_nobody_has_seen_is_read_wherever_it_stands() {
        assertThat(read("'type': 'PERSON', 'email': 'a@mail.example'").relation()).isEqualTo(read("'_assumed': {'type': 'PERSON', 'email': 'a@mail.example'}").relation());
    }

    @ParameterizedTest
    @CsvSource({"Peeters, Peeters An, An", "Van den Broeck, Van den Broeck Zoë Maria, Zoë Maria", "Peeters, An Peeters, An", "Peeters, Peetersen An, ''", "Peeters, Peeters, ''",
        "Peeters, De heer Peeters te Gent, ''"})
    void a_first_name_that_no_member_says_is_what_is_shown_beside_the_last_name(String last, String shown, String first) {
        var values = read("'type': 'PERSON', 'name': '" + last + "', 'displayName': '" + shown + "'").relation().values();

        assertThat(values.get(Fields.FIRST_NAMES).text()).isEqualTo(first);
        assertThat(read("'type': 'PERSON', 'firstName': 'Els', 'name': '" + last + "', 'displayName': '" + shown + "'").relation().values().get(Fields.FIRST_NAMES).text()).isEqualTo("Els");
    }

    @Test void a_missing_member_is_unknown_and_null_is_empty() {
        var values = read("'type': 'PERSON', 'email': null, 'status': ''").relation().values();

        assertThat(values.get(Fields.EMAIL).isEmpty()).isTrue();
        assertThat(values.get(Fields.STATUS).isEmpty()).isTrue();
        assertThat(values.get(Fields.MOBILE).isAbsent()).isTrue();
    }

    @ParameterizedTest @CsvSource({"Klant, ACTIVE", "CLIENT, ACTIVE", "Prospect, PROSPECT", "INACTIVE, INACTIVE"}) void a_status_is_told_where_ours_has_one(String typed, String status) {
        assertThat(read("'type': 'PERSON', 'status': '" + typed + "'").relation().values().get(Fields.STATUS).text()).isEqualTo(status);
    }

    @Test void a_status_that_ours_has_not_is_kept_as_it_stands() {
        assertThat(read("'type': 'PERSON', 'status': 'Eigen Bedrijf'").relation().values().get(Fields.STATUS)).isEqualTo(new Value.Invalid<>("Eigen Bedrijf", ReasonCode.CODE_UNKNOWN));
    }

    @Test void an_inactive_relation_is_archived_where_that_is_told() {
        assertThat(read("'type': 'PERSON', 'inactive': true").relation().marks()).containsExactly(Mark.ARCHIVED);
        assertThat(read("'type': 'PERSON'").relation().marks()).isEmpty();
    }

    @Test void of_several_addresses_the_first_counts_and_one_may_stand_alone() {
        var first = "{'street': 'Kerkstraat', 'houseNumber': '7bis', 'postalCode': '8500', 'city': 'Kortrijk', 'country': 'be'}";
        var one = address(first);

        assertThat(one.text()).contains("houseNumber=7\n", "huisnummertoevoeging=bis");
        assertThat(address("[" + first + ", {'street': 'Elders'}]")).isEqualTo(one);
        assertThat(address("[]").isEmpty()).isTrue();
        assertThat(address("'Kerkstraat 7'")).isInstanceOf(Value.Invalid.class);
    }

    @Test void a_partner_is_the_first_link_of_its_kind() {
        var wire = json("'tos': [{'linkType': 6, 'uniqueIdentifier': 'APR00003'}, {'linkType': 5, 'uniqueIdentifier': 'APR00004'}, {'linkType': 5, 'uniqueIdentifier': 'APR00005'}]");

        assertThat(AdminPulseReader.partner(wire)).isEqualTo("APR00004");
        assertThat(AdminPulseReader.partner(json("'tos': null"))).isEmpty();
        assertThat(AdminPulseReader.partner(json("'tos': 'none'"))).isEmpty();
    }

    private Value<?> address(String json) { return read("'type': 'PERSON', 'addresses': " + json).relation().values().get(Fields.PRIVATE_ADDRESS); }

    private RootReading read(String members) { return reader.relation(json(members), Codes.of(List.of()), Value.absent(), true); }

    private static JsonNode json(String members) {
        try {
            return new ObjectMapper().readTree(("{'uniqueIdentifier': 'APR00001', " + members + "}").replace('\'', '"'));
        } catch (java.io.IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
