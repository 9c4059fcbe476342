package nl.koppelwerk.systems.clickmate;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each field of the contract stands in Clickmate, and what is sent. */
class ClickmateTablesTest {

    @ParameterizedTest
    @CsvSource({"ROOT, name, name, false", "ROOT, email, email, false", "ROOT, phone, phone, false", "ROOT, website, website, false",
        "ROOT, cvrNummer, cvrNumber, false", "ROOT, eanNummer, eanNumber, false", "ROOT, visitAddress, address, false",
        "ROOT, status, lifecycle, true", "ROOT, autoSync, autoSync, true",
        "CONTACT, fullName, name, false", "CONTACT, businessEmail, email, false", "CONTACT, businessPhone, phone, false", "CONTACT, function, title, true"})
    void a_field_stands_where_the_contract_says(PartKind part, String field, String member, boolean readOnly) {
        assertThat(ClickmateTables.table(Kind.ORGANISATION, part).orElseThrow().lines()).anySatisfy(line -> {
            assertThat(line.field().name()).isEqualTo(field);
            assertThat(line.member()).isEqualTo(member);
            assertThat(line.readOnly()).isEqualTo(readOnly);
        });
    }

    @Test void there_are_no_persons_and_no_roles() {
        assertThat(ClickmateTables.table(Kind.PERSON, PartKind.ROOT)).isEmpty();
        assertThat(ClickmateTables.table(Kind.ORGANISATION, PartKind.ROLE)).isEmpty();
    }

    @Test void a_new_customer_carries_its_number_in_e_conomic() {
        var tree = ClickmateTables.CUSTOMER.create(Values.NONE.with(NAME, "Ny ApS").with(STATUS, "PROSPECT"), "1042", References.NONE);

        assertThat(tree).hasToString("{\"name\":\"Ny ApS\",\"externalRefs\":[{\"system\":\"ECONOMIC\",\"id\":\"1042\"}]}");
        assertThat(ClickmateTables.CUSTOMER.referenceMember()).isEqualTo(Optional.of("externalRefs[system=ECONOMIC]/id"));
    }

    @Test void a_merge_patch_names_what_changed_only_and_every_part_of_an_address() {
        var changed = Values.NONE.with(PHONE, "+4532123456").with(WEBSITE, Value.empty()).with(VISIT_ADDRESS, "street=Møllevej 3\ncity=Ærøskøbing");

        assertThat(ClickmateTables.CUSTOMER.update(changed, References.NONE).get("")).hasToString("{\"phone\":\"+4532123456\",\"website\":null,"
            + "\"address\":{\"street\":\"Møllevej 3\",\"postalCode\":null,\"city\":\"Ærøskøbing\",\"country\":null}}");
    }

    @Test void our_reference_leaves_those_of_other_systems() throws Exception {
        var json = new ObjectMapper();
        var customer = json.readTree("{\"externalRefs\":[{\"system\":\"ARKIV\",\"id\":\"A-7\",\"x\":1},{\"system\":\"ECONOMIC\",\"id\":\"1\"}]}");

        var body = ClickmateBodies.withReference("{\"phone\":null}".getBytes(StandardCharsets.UTF_8), customer, "1042");

        assertThat(json.readTree(body)).hasToString(
            "{\"phone\":null,\"externalRefs\":[{\"system\":\"ARKIV\",\"id\":\"A-7\",\"x\":1},{\"system\":\"ECONOMIC\",\"id\":\"1042\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nørregade 10, 2.", "2. Tværvej 5", "Kongens Nytorv", "12 34", "Gl. Kongevej 12 3. tv.", "H.C. Andersens Boulevard 7B"})
    void a_street_that_comes_apart_reads_back_as_it_was(String line) {
        var address = VISIT_ADDRESS.type().parse("street=" + line + "\ncity=Odense");

        assertThat(ClickmateTables.CUSTOMER_SPLIT.form(VISIT_ADDRESS, address)).isEqualTo(address);
        assertThat(ClickmateTables.CUSTOMER_SPLIT.update(Values.NONE.with(VISIT_ADDRESS, address), References.NONE).get("").at("/address").has("houseNumber")).isTrue();
    }
}
