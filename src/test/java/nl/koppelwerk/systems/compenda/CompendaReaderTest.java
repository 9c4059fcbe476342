package nl.koppelwerk.systems.compenda;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample payloads of the contract, read whole. */
class CompendaReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CompendaReader READER = new CompendaReader(CompendaBeans.choices(Map.of()));

    @Test void a_relation_holds_what_the_contract_shows() {
        var debtor = READER.relation(wire(), CompendaHat.DEBTOR);

        assertThat(debtor.id()).isEqualTo("CMP-20417#debtor");
        assertThat(debtor.version()).isEqualTo("12");
        assertThat(debtor.modified()).isEqualTo(Instant.parse("2025-11-18T15:03:09Z"));
        assertThat(debtor.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(debtor.relation().parts()).isEmpty();
        assertThat(debtor.relation().handles()).isEmpty();
        assertThat(debtor.relation().reference()).isEmpty();
        assertThat(debtor.relation().partsSeen()).containsExactlyInAnyOrder(PartKind.CONTACT, PartKind.ROLE);
        holds(debtor.relation().values(), Map.of(NAME, "Voorbeeld Advies B.V.", CONTACT_PERSON, "Sanne van der Berg", EMAILS, "info@voorbeeldadvies.example",
            PHONE, "+31101234567", KVK_NUMMER, "68750110", BTW_NUMMER, "NL800123451B01", PAYMENT_DAYS, "30", CREDIT_LIMIT, "5000", ROLES, "DEBTOR",
            VISIT_ADDRESS, "street=Coolsingel\nhouseNumber=12\nhuisnummertoevoeging=A\npostalCode=3011 AD\ncity=Rotterdam\ncountry=NL"));
    }

    @Test void it_is_a_root_under_each_hat_and_says_the_same_under_both_but_for_the_hat() {
        var roots = READER.relation(wire());

        assertThat(roots).extracting(RootReading::id).containsExactly(new Hat("CMP-20417", "debtor").root(), new Hat("CMP-20417", "creditor").root());
        assertThat(roots).extracting(root -> root.relation().values().get(Fields.RELATION_TYPES).text()).containsExactly("DEBTOR", "CREDITOR");
        assertThat(bare(roots.get(0))).isEqualTo(bare(roots.get(1)));
    }

    @ParameterizedTest
    @CsvSource({"[], CMP-20417#debtor", "null, CMP-20417#debtor", "['PROSPECT'], CMP-20417#debtor", "['CREDITOR'], CMP-20417#creditor",
        "['CREDITOR';'DEBTOR'], CMP-20417#debtor CMP-20417#creditor", "{}, CMP-20417#debtor", "[1], CMP-20417#debtor"})
    @Requirement("SN-01")
    void its_roles_say_which_hats_it_wears(String roles, String roots) throws IOException {
        var relation = wire().set("roles", json(roles.replace(';', ',')));

        assertThat(READER.roots(relation)).containsExactly(roots.split(" "));
    }

    @Test void all_of_its_roles_are_told_as_they_are() throws IOException {
        var relation = READER.relation((ObjectNode) wire().set("roles", json("['PROSPECT','DEBTOR','LEAD']")), CompendaHat.CREDITOR).relation();

        assertThat(relation.values().get(ROLES).text()).isEqualTo("DEBTOR,LEAD,PROSPECT");
    }

    @Test void what_is_left_out_is_empty() {
        var bare = wire();
        bare.retain("id", "kind", "contacts");

        var values = READER.relation(bare, CompendaHat.DEBTOR).relation().values();

        for (var field : List.of(NAME, EMAILS, MOBILE, WEBSITE, VISIT_ADDRESS, POSTAL_ADDRESS, PAYMENT_DAYS, CREDIT_LIMIT, ROLES))
            assertThat(((Value<?>) values.get(field)).isEmpty()).as("%s", field).isTrue();
    }

    @Test void contacts_that_are_left_out_are_unknown_and_a_list_without_any_is_empty() throws IOException {
        var silent = wire();
        silent.remove("contacts");

        var unknown = READER.relation(silent, CompendaHat.DEBTOR).relation();
        var none = READER.relation((ObjectNode) wire().set("contacts", json("[]")), CompendaHat.DEBTOR).relation();

        assertThat(unknown.values().get(CONTACT_PERSON).isAbsent()).isTrue();
        assertThat(unknown.partsSeen()).containsExactly(PartKind.ROLE);
        assertThat(none.values().get(CONTACT_PERSON).isEmpty()).isTrue();
    }

    @Test void archived_is_a_mark_and_a_person_is_a_person() {
        var relation = READER.relation(wire().put("archived", true).put("kind", "PERSON"), CompendaHat.DEBTOR).relation();

        assertThat(relation.marks()).containsExactly(Mark.ARCHIVED);
        assertThat(relation.kind()).isEqualTo(Kind.PERSON);
    }

    @Test void a_project_is_a_cost_centre_known_by_its_number() throws IOException {
        var project = READER.project(json("{'number': 120, 'description': 'Vestiging Noord'}"));

        assertThat(project.id()).isEqualTo("project-120");
        assertThat(project.relation().kind()).isEqualTo(Kind.COST_CENTRE);
        assertThat(project.relation().partsSeen()).contains(PartKind.CONTACT);
        holds(project.relation().values(), Map.of(NUMBER, "120", NAME, "Vestiging Noord"));
    }

    @ParameterizedTest @ValueSource(strings = {"id", "kind"}) void a_record_of_another_shape_says_where(String member) {
        assertThatThrownBy(() -> READER.relation(wire().put(member, " "))).isInstanceOf(Unreadable.class).hasMessageContaining("/" + member);
    }

    @Test void a_project_without_a_number_is_none() {
        assertThatThrownBy(() -> READER.project(json("{'description': 'Zonder'}"))).isInstanceOf(Unreadable.class).hasMessageContaining("/number");
    }

    private static void holds(Values values, Map<Field<?>, String> texts) {
        texts.forEach((field, text) -> assertThat((Value<?>) values.get(field)).as("%s", field).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(text));
    }

    private static JsonNode json(String text) throws IOException { return JSON.readTree(text.replace('\'', '"')); }

    private static ObjectNode wire() {
        try (var in = CompendaReaderTest.class.getResourceAsStream("relation.json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Relation bare(RootReading root) { return root.relation().with(root.relation().values().with(Fields.RELATION_TYPES, Value.absent())); }
}
