package nl.koppelwerk.systems.clickmate;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** The sample payload of the contract, read whole. */
class ClickmateReaderTest {

    private static final ClickmateReader READER = new ClickmateReader(ClickmateBeans.choices(Map.of()));

    @Test void a_customer_is_an_organisation_with_its_number_in_e_conomic_as_our_reference() {
        var customer = READER.customer(wire());

        assertThat(customer.id()).isEqualTo("CLK-5012");
        assertThat(customer.version()).isEqualTo("5");
        assertThat(customer.modified()).isEqualTo(Instant.parse("2025-11-18T15:03:09Z"));
        assertThat(customer.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(customer.relation().reference()).isEqualTo("1042");
        assertThat(customer.relation().handles()).isEmpty();
        assertThat(customer.relation().partsSeen()).containsExactlyInAnyOrder(PartKind.CONTACT, PartKind.ROLE);
        holds(customer.relation().values(), Map.of(NAME, "Eksempel ApS", EMAIL, "info@eksempel.example", PHONE, "+4532123456",
            WEBSITE, "https://eksempel.example", CVR_NUMMER, "12345674", EAN_NUMMER, "5798000012349", STATUS, "ACTIVE", AUTO_SYNC, "YES"));
    }

    @Test void the_house_number_stays_in_the_line_of_the_street() {
        var values = READER.customer(wire()).relation().values();

        holds(values, Map.of(VISIT_ADDRESS, "street=Nørregade 10, 2.\npostalCode=1165\ncity=København K\ncountry=DK"));
    }

    @Test void a_contact_has_one_full_name() {
        var contact = READER.customer(wire()).relation().parts().get(0);

        assertThat(contact.id()).isEqualTo("CLK-P-88");
        holds(contact.values(), Map.of(FULL_NAME, "Mette Hansen", BUSINESS_EMAIL, "mh@eksempel.example", BUSINESS_PHONE, "+4534412345", FUNCTION, "Direktør"));
    }

    @Test void what_is_left_out_is_empty_and_contacts_that_are_left_out_are_unknown() {
        var bare = wire();
        bare.remove(List.of("email", "address", "contacts", "externalRefs"));

        var relation = READER.customer(bare).relation();

        assertThat(relation.values().get(EMAIL).isEmpty()).isTrue();
        assertThat(relation.values().get(VISIT_ADDRESS).isEmpty()).isTrue();
        assertThat(relation.reference()).isEmpty();
        assertThat(relation.partsSeen()).containsExactly(PartKind.ROLE);
    }

    @Test void with_minimal_fields_the_others_are_unknown_and_not_empty() {
        var minimal = new ClickmateReader(ClickmateBeans.choices(Map.of("clickmate-fields", "minimal")));

        var values = minimal.customer(wire()).relation().values();

        assertThat(values.get(NAME).text()).isEqualTo("Eksempel ApS");
        assertThat(values.get(CVR_NUMMER).isAbsent()).isTrue();
        assertThat(values.get(VISIT_ADDRESS).isAbsent()).isTrue();
    }

    @Test void archived_is_a_mark() {
        assertThat(READER.customer(wire().put("archived", true)).relation().marks()).containsExactly(Mark.ARCHIVED);
    }

    @Test void a_record_of_another_shape_says_where() {
        assertThatThrownBy(() -> READER.customer(wire().put("contacts", "Mette"))).isInstanceOf(Unreadable.class).hasMessageContaining("/contacts");
        assertThatThrownBy(() -> READER.customer(wire().put("id", " "))).isInstanceOf(Unreadable.class).hasMessageContaining("/id");
    }

    private static void holds(Values values, Map<Field<?>, String> texts) {
        texts.forEach((field, text) -> assertThat((Value<?>) values.get(field)).as("%s", field).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(text));
    }

    private static ObjectNode wire() {
        try (var in = ClickmateReaderTest.class.getResourceAsStream("customer.json")) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
