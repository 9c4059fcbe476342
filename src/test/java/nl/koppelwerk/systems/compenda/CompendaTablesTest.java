package nl.koppelwerk.systems.compenda;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each field of the contract stands in Compenda, and what is made of what stands there. */
class CompendaTablesTest {

    private static final RecordMapping IN_WORDS = CompendaTables.relation(new DaysInWords(), CompendaTables.ONE_LINE);
    private static final Dialect DIALECT = new CompendaDialect(References.NONE, CompendaBeans.choices(Map.of()));

    @ParameterizedTest
    @CsvSource({"ORGANISATION, name, name, false", "PERSON, contactPerson, contacts, true", "ORGANISATION, emails, email, false", "ORGANISATION, phone, phone, false",
        "PERSON, mobile, mobile, false", "ORGANISATION, website, website, false", "ORGANISATION, kvkNummer, kvkNumber, false", "ORGANISATION, btwNummer, vatNumber, false",
        "PERSON, visitAddress, addresses/visiting, false", "ORGANISATION, postalAddress, addresses/postal, false", "ORGANISATION, paymentDays, paymentTermDays, false",
        "ORGANISATION, creditLimit, creditLimit, false", "PERSON, roles, roles, true", "COST_CENTRE, number, number, true", "COST_CENTRE, name, description, false"})
    @Requirement({"SN-10", "SN-11", "SN-12", "SN-13", "SN-14"})
    void a_field_stands_where_the_contract_says(Kind kind, String field, String member, boolean readOnly) {
        assertThat(CompendaTables.table(kind, PartKind.ROOT).orElseThrow().lines()).anySatisfy(line -> {
            assertThat(line.field().name()).isEqualTo(field);
            assertThat(line.member()).isEqualTo(member);
            assertThat(line.readOnly()).isEqualTo(readOnly);
        });
    }

    @ParameterizedTest @EnumSource(value = PartKind.class, names = {"CONTACT", "ROLE"}) void there_are_no_parts(PartKind part) {
        assertThat(CompendaTables.table(Kind.ORGANISATION, part)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[{'isPrimary': true, 'firstName': 'Sanne', 'prefix': 'van der', 'lastName': 'Berg'}]                                    | Sanne van der Berg",
        "[{'lastName': 'Çelik', 'isPrimary': false}, {'firstName': 'Jan', 'prefix': null, 'lastName': 'Sørensen', 'isPrimary': true}] | Jan Sørensen",
        "[{'lastName': 'Een', 'isPrimary': true}, {'lastName': 'Twee', 'isPrimary': true}]                                       | Een",
        "[{'lastName': 'Een', 'isPrimary': false}, {'lastName': 'Twee', 'isPrimary': false}]                                     | Een",
        "[{'lastName': ' Een '}, {'lastName': 'Twee'}]                                                                           | Een"})
    @Requirement("SN-10")
    void the_contact_person_is_the_first_that_is_marked_or_else_the_first(String contacts, String name) {
        assertThat(value(CompendaTables.RELATION, CONTACT_PERSON, "'contacts': " + contacts).text()).isEqualTo(name);
    }

    @ParameterizedTest @ValueSource(strings = {"[]", "null", "[{}]", "[{'isPrimary': true, 'email': 'a@voorbeeld.example'}]"})
    void where_nobody_has_a_name_there_is_no_contact_person(String contacts) {
        assertThat(value(CompendaTables.RELATION, CONTACT_PERSON, "'contacts': " + contacts).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'amount': '5000.00', 'currency': 'EUR'} | 5000", "{'amount': '5000.50'} | 5000.5", "{'amount': '0', 'currency': null} | 0",
        "{'amount': 12.5, 'currency': 'eur'} | 12.5", "{'amount': '-1', 'currency': ''} | -1"})
    void a_credit_limit_is_in_euro_where_it_names_no_currency(String limit, String amount) {
        assertThat(value(CompendaTables.RELATION, CREDIT_LIMIT, "'creditLimit': " + limit)).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'amount': '5000', 'currency': 'USD'} | CURRENCY_FOREIGN | 5000 USD", "{'amount': 'veel', 'currency': 'DKK'} | CURRENCY_FOREIGN | veel DKK",
        "{'amount': 'veel', 'currency': 'EUR'} | NUMBER_FORMAT | veel", "5000 | UNMAPPABLE | 5000", "{'amount': [1]} | UNMAPPABLE | {\"amount\":[1]}"})
    @Requirement("SN-14")
    void a_credit_limit_that_is_no_amount_in_euro_is_kept_as_it_stands(String limit, ReasonCode reason, String text) {
        assertThat(value(CompendaTables.RELATION, CREDIT_LIMIT, "'creditLimit': " + limit)).isEqualTo(new Value.Invalid<>(text, reason));
    }

    @ParameterizedTest @ValueSource(strings = {"null", "{}", "{'currency': 'USD'}", "{'amount': null}", "{'amount': '', 'currency': 'USD'}"})
    void a_credit_limit_without_an_amount_is_none(String limit) {
        assertThat(value(CompendaTables.RELATION, CREDIT_LIMIT, "'creditLimit': " + limit).isEmpty()).isTrue();
    }

    @ParameterizedTest @CsvSource({"30 dagen netto, 30", "14 DAGEN, 14", "' 8  dagen netto ', 8", "0 dagen netto, 0"})
    @Requirement("SN-14")
    void a_payment_term_in_words_is_days(String term, String days) {
        assertThat(value(IN_WORDS, PAYMENT_DAYS, "'paymentTermDays': '" + term + "'")).isInstanceOf(Value.Present.class).extracting(Value::text).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 dagen einde maand", "binnen 30 dagen netto", "30", "dagen netto", "30 dagen netto, 2% korting", "dertig dagen netto", "999999 dagen"})
    void a_payment_term_of_other_words_is_not_guessed(String term) {
        assertThat(value(IN_WORDS, PAYMENT_DAYS, "'paymentTermDays': '" + term + "'")).isEqualTo(new Value.Invalid<>(term, ReasonCode.NUMBER_FORMAT));
    }

    @Test void what_stands_there_is_compared_as_it_stands() {
        for (var field : CompendaTables.RELATION.fields()) {
            var value = field.type().parse(field.equals(VISIT_ADDRESS) ? "street=Coolsingel" : "?");

            assertThat(DIALECT.knows(Kind.PERSON, PartKind.ROOT, field)).isTrue();
            assertThat((Object) DIALECT.form(Kind.PERSON, PartKind.ROOT, field, value)).as("%s", field).isEqualTo(value);
            assertThat(DIALECT.resourceOf(Kind.PERSON, PartKind.ROOT, field)).isEmpty();
        }
        assertThat(DIALECT.form(Kind.PERSON, PartKind.ROOT, IBAN, IBAN.type().parse("x")).isAbsent()).isTrue();
    }

    @Test void nothing_is_asked_of_a_record_that_nobody_writes() {
        assertThat(List.of(DIALECT.required(Kind.ORGANISATION, PartKind.ROOT), DIALECT.required(Kind.COST_CENTRE, PartKind.ROOT))).allMatch(Set::isEmpty);
        assertThat(DIALECT.doubt()).isEqualTo(Dialect.Doubt.NONE);
        assertThat(DIALECT.mayAdd(Kind.ORGANISATION, PartKind.ROOT, "addresses")).isFalse();
    }

    private static Value<?> value(RecordMapping table, Field<?> field, String member) {
        return table.read(json("{'id': 'CMP-1', " + member + "}")).values().get(field);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
