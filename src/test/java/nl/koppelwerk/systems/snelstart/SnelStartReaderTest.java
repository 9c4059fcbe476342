package nl.koppelwerk.systems.snelstart;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payloads of the contract, read whole. */
class SnelStartReaderTest {

    static final References LANDEN = new References(Map.of("landen", Map.of("NL", "5f0c2a4e-6b1d-4a55-9d6c-2f1a7e3b9c10", "BE", "5f0c2a4e-6b1d-4a55-9d6c-2f1a7e3b9c11")));

    @Test void a_relatie_is_read_with_both_its_addresses() {
        var root = SnelStartReader.relatie(relatie(), LANDEN);

        assertThat(root.id()).isEqualTo("0b9d5b1e-3c5f-4f5e-8a51-6f3d1c0e7a42");
        assertThat(root.version()).isEmpty();
        assertThat(root.relation().kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(root.relation().partsSeen()).containsExactlyInAnyOrder(PartKind.CONTACT, PartKind.ROLE);
        assertThat(root.relation().reference()).isEqualTo("10042");
        var values = root.relation().values();
        assertThat(values.get(NAME).text()).isEqualTo("Molenaar Fietsen B.V.");
        assertThat(values.get(CONTACT_PERSON).text()).isEqualTo("Sanne Molenaar");
        assertThat(values.get(VISIT_ADDRESS).text()).isEqualTo("street=Dijkweg 12\npostalCode=1791 AB\ncity=Den Burg\ncountry=NL");
        assertThat(values.get(PHONE).text()).isEqualTo("+31222555010");
        assertThat(values.get(EMAILS).text()).isEqualTo("administratie@molenaarfietsen.example");
        assertThat(values.get(PAYMENT_DAYS).text()).isEqualTo("30");
        assertThat(values.get(CREDIT_LIMIT).text()).isEqualTo("5000");
        assertThat(values.get(NUMBER).text()).isEqualTo("10042");
        assertThat(values.get(RELATION_TYPES).text()).isEqualTo("DEBTOR");
    }

    @ParameterizedTest @ValueSource(strings = {"null", "{\"contactpersoon\": null, \"straat\": null, \"postcode\": null, \"plaats\": null, \"land\": null}",
        "{\"contactpersoon\": \"\", \"straat\": \"\", \"postcode\": \"\", \"plaats\": \"\", \"land\": null}",
        "{\"contactpersoon\": null, \"straat\": null, \"postcode\": null, \"plaats\": null, \"land\": {\"id\": \"5f0c2a4e-6b1d-4a55-9d6c-2f1a7e3b9c10\"}}"})
    void every_rendering_of_no_address_is_empty(String rendering) {
        var wire = relatie();
        wire.set("vestigingsAdres", json(rendering));

        var values = SnelStartReader.relatie(wire, LANDEN).relation().values();

        assertThat((Object) values.get(VISIT_ADDRESS)).isEqualTo(Value.empty());
        assertThat((Object) values.get(CONTACT_PERSON)).isEqualTo(Value.empty());
    }

    @ParameterizedTest @ValueSource(strings = {"null", "\"\""}) void every_rendering_of_no_text_is_empty(String rendering) {
        var wire = relatie();
        for (var member : List.of("telefoon", "mobieleTelefoon", "email", "btwNummer", "kvkNummer", "websiteUrl")) wire.set(member, json(rendering));
        wire.putNull("krediettermijn").putNull("kredietLimiet");

        var values = SnelStartReader.relatie(wire, LANDEN).relation().values();

        for (var field : List.of(PHONE, MOBILE, EMAILS, BTW_NUMMER, KVK_NUMMER, WEBSITE, PAYMENT_DAYS, CREDIT_LIMIT)) assertThat((Object) values.get(field)).as("%s", field).isEqualTo(Value.empty());
    }

    @Test void what_an_answer_leaves_out_is_not_known() {
        var wire = relatie();
        wire.remove(List.of("telefoon", "vestigingsAdres"));

        var values = SnelStartReader.relatie(wire, LANDEN).relation().values();

        for (var field : List.of(PHONE, VISIT_ADDRESS, CONTACT_PERSON)) assertThat((Object) values.get(field)).isEqualTo(Value.absent());
    }

    @Test void an_address_in_a_country_that_the_list_does_not_have_says_nothing() {
        assertThat((Object) SnelStartReader.relatie(relatie(), References.NONE).relation().values().get(VISIT_ADDRESS)).isEqualTo(Value.absent());
    }

    @ParameterizedTest @CsvSource({"[\"Klant\"], DEBTOR", "[\"Leverancier\"], CREDITOR", "[\"Eigen\"], OWN", "[\"Geen\"], ''", "[], ''"})
    void what_it_is_is_read_from_its_kind(String wire, String codes) {
        assertThat(SnelStartReader.relatie((ObjectNode) relatie().set("relatiesoort", json(wire)), LANDEN).relation().values().get(RELATION_TYPES).text()).isEqualTo(codes);
    }

    @Test void a_kind_that_nobody_knows_is_kept_and_not_guessed_at() {
        assertThat(SnelStartReader.relatie((ObjectNode) relatie().set("relatiesoort", json("[\"Prospect\"]")), LANDEN).relation().values().get(RELATION_TYPES).isValid()).isFalse();
    }

    @Test void an_inactive_one_is_archived() {
        assertThat(SnelStartReader.relatie(relatie().put("nonactief", true), LANDEN).relation().marks()).containsExactly(Mark.ARCHIVED);
    }

    @Test void a_kostenplaats_has_an_id_that_no_relatie_has() {
        var root = SnelStartReader.kostenplaats(json("{\"omschrijving\": \"Vestiging Noord\", \"nonactief\": true, \"nummer\": 120, \"id\": \"8B6A0C57-93f7-4c1c-9a0a-1d5f0c2b7e33\"}"));

        assertThat(root.id()).isEqualTo("kostenplaats-8b6a0c57-93f7-4c1c-9a0a-1d5f0c2b7e33");
        assertThat(root.relation().kind()).isEqualTo(Kind.COST_CENTRE);
        assertThat(root.relation().values().get(NUMBER).text()).isEqualTo("120");
        assertThat(root.relation().values().get(NAME).text()).isEqualTo("Vestiging Noord");
        assertThat(root.relation().marks()).containsExactly(Mark.ARCHIVED);
    }

    static ObjectNode relatie() {
        return (ObjectNode) json("""
            { "relatiesoort": ["Klant"], "modifiedOn": "2026-03-04T10:21:07.413", "relatiecode": 10042, "naam": "Molenaar Fietsen B.V.",
              "vestigingsAdres": { "contactpersoon": "Sanne Molenaar", "straat": "Dijkweg 12", "postcode": "1791 AB", "plaats": "Den Burg",
                "land": { "id": "5F0C2A4E-6b1d-4a55-9d6c-2f1a7e3b9c10", "uri": "/landen/5f0c2a4e-6b1d-4a55-9d6c-2f1a7e3b9c10" } },
              "correspondentieAdres": { "contactpersoon": null, "straat": null, "postcode": null, "plaats": null, "land": null },
              "telefoon": "0222 555 010", "mobieleTelefoon": "", "fax": null, "email": "administratie@molenaarfietsen.example",
              "btwNummer": "NL004495445B01", "krediettermijn": 30, "nonactief": false, "kredietLimiet": 5000.0, "kvkNummer": "69599068",
              "websiteUrl": "https://molenaarfietsen.example", "id": "0B9D5B1E-3c5f-4f5e-8a51-6f3d1c0e7a42" }""");
    }

    static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (java.io.IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
