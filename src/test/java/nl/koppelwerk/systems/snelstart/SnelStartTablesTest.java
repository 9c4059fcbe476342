package nl.koppelwerk.systems.snelstart;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each field stands in SnelStart, and what is sent. */
class SnelStartTablesTest {

    @ParameterizedTest @CsvSource({"name, naam", "contactPerson, vestigingsAdres/contactpersoon", "emails, email", "phone, telefoon", "mobile, mobieleTelefoon", "website, websiteUrl",
        "kvkNummer, kvkNummer", "btwNummer, btwNummer", "visitAddress, vestigingsAdres", "postalAddress, correspondentieAdres", "paymentDays, krediettermijn", "creditLimit, kredietLimiet",
        "number, relatiecode", "relationTypes, relatiesoort"})
    @Requirement({"SN-10", "SN-11", "SN-12", "SN-13", "SN-14"})
    void a_field_stands_where_the_contract_has_it(String field, String member) {
        assertThat(SnelStartTables.RELATIE.lines()).anyMatch(line -> line.field().name().equals(field) && line.isAt(member));
    }

    @Test void a_new_relatie_names_what_there_is_and_no_id() {
        var values = Values.NONE.with(NAME, "Çelik Bouw B.V.").with(RELATION_TYPES, "CREDITOR").with(NUMBER, "10042").with(CONTACT_PERSON, "Fatma Çelik")
            .with(EMAILS, "a@celik.example, b@celik.example").with(PAYMENT_DAYS, "-14").with(CREDIT_LIMIT, "2500.50").with(PHONE, Value.empty())
            .with(VISIT_ADDRESS, address("Meir", "12A", "2000", "Antwerpen", "BE"));

        assertThat(SnelStartTables.RELATIE.create(values, "", SnelStartReaderTest.LANDEN)).hasToString("{\"naam\":\"Çelik Bouw B.V.\","
            + "\"vestigingsAdres\":{\"straat\":\"Meir 12A\",\"postcode\":\"2000\",\"plaats\":\"Antwerpen\",\"land\":{\"id\":\"5f0c2a4e-6b1d-4a55-9d6c-2f1a7e3b9c11\"},"
            + "\"contactpersoon\":\"Fatma Çelik\"},\"email\":\"a@celik.example;b@celik.example\",\"krediettermijn\":-14,\"kredietLimiet\":2500.5,\"relatiecode\":10042,"
            + "\"relatiesoort\":[\"Leverancier\"]}");
    }

    @Test void a_change_names_what_changes_and_empties_by_null() {
        var values = Values.NONE.with(CONTACT_PERSON, "Ida Krogh").with(PAYMENT_DAYS, Value.empty()).with(POSTAL_ADDRESS, Value.empty());

        assertThat(SnelStartTables.RELATIE_TO_CHANGE.update(values, References.NONE).get("")).hasToString("{\"vestigingsAdres\":{\"contactpersoon\":\"Ida Krogh\"},"
            + "\"correspondentieAdres\":{\"straat\":null,\"postcode\":null,\"plaats\":null,\"land\":null},\"krediettermijn\":null}");
    }

    @ParameterizedTest @CsvSource({"paymentDays, 1001, NOT_IN_RANGE", "paymentDays, -366, NOT_IN_RANGE", "number, 0, NOT_IN_RANGE", "number, CRM-7, NUMBER_FORMAT",
        "number, 2147483648, NOT_IN_RANGE", "relationTypes, OWN, CODE_UNKNOWN", "relationTypes, 'CREDITOR,DEBTOR', CODE_UNKNOWN"})
    @Requirement("SN-06")
    void what_snelstart_does_not_take_is_a_reason(String name, String typed, ReasonCode code) {
        Field<?> field = Fields.named(name).orElseThrow();

        assertThat(problems(field, field.type().parse(typed))).extracting(Reason::code).containsExactly(code);
    }

    @Test void a_term_beyond_the_limits_says_them() {
        assertThat(problems(PAYMENT_DAYS, PAYMENT_DAYS.type().parse("2000")).get(0).details()).containsEntry("least", "-365").containsEntry("most", "1000");
    }

    @ParameterizedTest @CsvSource({"name, 50", "contactPerson, 50"}) @Requirement({"SN-06", "SN-10"}) void a_longer_text_is_refused_and_not_cut(String name, int most) {
        Field<?> field = Fields.named(name).orElseThrow();

        assertThat(problems(field, field.type().parse("x".repeat(most)))).isEmpty();
        assertThat(problems(field, field.type().parse("x".repeat(most + 1)))).extracting(Reason::code).containsExactly(ReasonCode.TOO_LONG);
    }

    @Test @Requirement("SN-11") void half_an_address_names_what_is_missing() {
        assertThat(problems(VISIT_ADDRESS, address("", "", "3011 AD", "", ""))).extracting(reason -> Wording.EN.told(reason.details().get("missing"))).containsExactly("street, city, country");
        assertThat(problems(VISIT_ADDRESS, address("Kade", "1", "3011 AD", "Rotterdam", "NL"))).isEmpty();
        assertThat(problems(POSTAL_ADDRESS, address("Postbus", "1", "", "", "NL"))).isEmpty();
        assertThat(problems(POSTAL_ADDRESS, address("Postbus", "1", "", "", ""))).extracting(reason -> Wording.EN.told(reason.details().get("missing"))).containsExactly("country");
    }

    @Test void who_an_address_is_for_has_no_place_of_its_own_and_makes_no_half_address() {
        var attention = Address.TYPE.of(new Address("t.a.v. Ida", "", "", "", "", "", "", ""));

        assertThat(problems(VISIT_ADDRESS, attention)).isEmpty();
        assertThat((Object) SnelStartTables.RELATIE.form(VISIT_ADDRESS, attention)).isEqualTo(Value.empty());
    }

    @Test void a_relatie_is_one_whoever_it_is_and_has_no_parts() {
        assertThat(SnelStartTables.table(Kind.PERSON, PartKind.ROOT)).contains(SnelStartTables.RELATIE);
        assertThat(SnelStartTables.table(Kind.COST_CENTRE, PartKind.ROOT)).contains(SnelStartTables.KOSTENPLAATS);
        assertThat(SnelStartTables.table(Kind.ORGANISATION, PartKind.CONTACT)).isEmpty();
        assertThat(SnelStartTables.table(Kind.ORGANISATION, PartKind.ROLE)).isEmpty();
    }

    private static List<Reason> problems(Field<?> field, Value<?> value) { return SnelStartTables.RELATIE.problems(field, value, SnelStartReaderTest.LANDEN); }

    private static Value<Address> address(String street, String number, String postalCode, String city, String country) {
        return Address.TYPE.of(Address.of(street, number, postalCode, city, country));
    }
}
