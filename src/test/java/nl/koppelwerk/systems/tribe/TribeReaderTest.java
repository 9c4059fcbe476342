package nl.koppelwerk.systems.tribe;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;

/** The sample payloads of the contract, read whole. */
class TribeReaderTest {

    @Test
    @Requirement({"AC-40", "AC-41", "AC-42", "AC-43", "AC-44", "AC-80"})
    void an_organisation_is_read_with_its_visiting_address() {
        var root = TribeReader.organisation(wire("organization.json"), Optional.empty(), Optional.empty());

        assertThat(root.id()).isEqualTo("5f0c2d7e-6d0e-4a53-9b1f-0f3f5a1c9a01");
        assertThat(root.modified()).isEqualTo(Instant.parse("2025-11-18T15:03:09Z"));
        var values = root.relation().values();
        holds(values, NAME, "Voorbeeld Advies B.V.");
        holds(values, PHONE, "+31101234567");
        holds(values, EMAIL, "info@voorbeeldadvies.example");
        holds(values, WEBSITE, "https://voorbeeldadvies.example");
        holds(values, KVK_NUMMER, "68750110");
        holds(values, VISIT_ADDRESS,
            "street=Coolsingel\nhouseNumber=12\nhuisnummertoevoeging=A\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL");
        assertThat(root.relation().handles()).containsEntry("VisitingAddress", "0d0b7b0e-21c4-4a36-a6d7-2f4d1f6b0c02");
    }

    @Test
    void what_was_not_expanded_is_not_known() {
        var root = TribeReader.organisation(wire("organization.json"), Optional.empty(), Optional.empty());
        var bare = (ObjectNode) wire("organization.json");
        ((ObjectNode) bare.get("VisitingAddress")).remove("Country");

        assertThat(root.relation().values().get(POSTAL_ADDRESS).isAbsent()).isTrue();
        assertThat(root.relation().partsSeen()).isEmpty();
        assertThat(TribeReader.organisation(bare, Optional.empty(), Optional.empty()).relation().values().get(VISIT_ADDRESS).isAbsent()).isTrue();
    }

    @Test
    @Requirement({"AC-50", "AC-51", "AC-52", "AC-53", "AC-54", "AC-55", "AC-56", "AC-57", "AC-58", "AC-59", "AC-60"})
    void a_contact_has_what_is_business_on_the_relationship_and_what_is_private_on_the_person() {
        var contact = contact(wire("contact.json"));

        assertThat(contact.id()).isEqualTo("c7a1c2d3-0000-4e5f-8a6b-7c8d9e0f1a2b");
        assertThat(contact.handles()).containsExactly(Map.entry("Person", "b7a1c2d3-0000-4e5f-8a6b-7c8d9e0f1a2b"));
        assertThat(contact.reference()).isEqualTo("AC-C-5521");
        var values = contact.values();
        holds(values, CALL_NAME, "Sanne");
        holds(values, LAST_NAME, "Berg");
        holds(values, TUSSENVOEGSEL, "van der");
        holds(values, INITIALS, "S.M.");
        holds(values, BIRTH_DATE, "1986-05-12");
        holds(values, GENDER, "FEMALE");
        holds(values, FUNCTION, "Directeur");
        holds(values, BUSINESS_PHONE, "+31101234567");
        holds(values, BUSINESS_MOBILE, "+31612345678");
        holds(values, PRIVATE_MOBILE, "+31612345678");
        holds(values, BUSINESS_EMAIL, "s.vanderberg@voorbeeldadvies.example");
        holds(values, PRIVATE_EMAIL, "sanne@prive.example");
        assertThat(values.get(PRIVATE_PHONE).isEmpty()).isTrue();
    }

    @Test
    @Requirement({"AC-70", "AC-71"})
    void a_private_person_is_known_by_its_last_name() {
        var root = TribeReader.person(((ObjectNode) wire("person.json")).put("LastName", "\n\n Jansen"), Optional.of(List.of()));

        holds(root.relation().values(), LAST_NAME, "Jansen");
        holds(root.relation().values(), EMAIL, "sanne@prive.example");
        assertThat(root.relation().values().get(PHONE).isEmpty()).isTrue();
        assertThat(root.relation().partsSeen()).containsExactlyInAnyOrder(PartKind.CONTACT, PartKind.ROLE);
    }

    @Test
    @Requirement({"AC-72", "AC-82"})
    void its_private_address_and_telephone_number_are_those_of_the_person() {
        var wire = ((ObjectNode) wire("person.json")).put("PhoneNumber", "010 123 4567");
        wire.set("Address", wire("organization.json").get("VisitingAddress"));

        var values = TribeReader.person(wire, Optional.empty()).relation().values();

        holds(values, PHONE, "+31101234567");
        assertThat(values.get(PRIVATE_ADDRESS)).isInstanceOf(Value.Present.class);
    }

    @Test
    @Requirement("AC-13")
    void a_role_is_a_part_named_by_its_type() {
        var roles = List.of(role("r1", "Relationship.Organization.CommercialRelationship.Customer"),
            role("r2", "Relationship.Organization.Supplier"), role("r3", "Relationship.Organization.CommercialRelationship.Customer"));

        var parts = TribeReader.organisation(wire("organization.json"), Optional.empty(), Optional.of(roles)).relation().parts();

        assertThat(parts).extracting(Part::id).containsExactly("Customer", "Supplier");
        assertThat(parts.get(0).handles()).as("both records stand for it").containsOnly(Map.entry("", "r1"), Map.entry("r3", "r3"));
    }

    @Test
    void names_in_camel_case_are_read_as_well() {
        var camel = camel(wire("contact.json"));

        assertThat(contact(camel)).isEqualTo(contact(wire("contact.json")));
    }

    @Test
    void a_record_without_an_id_cannot_be_read() {
        var wire = (ObjectNode) wire("organization.json");
        wire.remove("ID");

        assertThatThrownBy(() -> TribeReader.organisation(wire, Optional.empty(), Optional.empty()))
            .isInstanceOf(Unreadable.class).hasMessageContaining("/ID");
    }

    private static Part contact(JsonNode wire) { return TribeReader.contact(wire); }

    private static JsonNode role(String id, String type) { return JsonNodeFactory.instance.objectNode().put("ID", id).put("_Type", type); }

    private static void holds(Values values, Field<?> field, String text) {
        assertThat(values.get(field)).as("%s", field).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(text);
    }

    private static JsonNode camel(JsonNode node) {
        if (!(node instanceof ObjectNode object)) return node;
        var renamed = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> renamed.set(camel(member.getKey()), camel(member.getValue())));
        return renamed;
    }

    private static String camel(String name) {
        return name.equals("ID") ? "id" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static JsonNode wire(String file) {
        try (var in = TribeReaderTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException broken) {
            throw new IllegalStateException(file, broken);
        }
    }
}
