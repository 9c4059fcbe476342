package nl.koppelwerk.systems.accounton;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each field of the contract stands in Accounton, and what is sent. */
class AccountonTablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Values CLIENT = Values.NONE.with(FIRST_NAMES, "Çiğdem").with(LAST_NAME, "'t Kint").with(EMAIL, "c@mail.example").with(LANGUAGE, "nl")
        .with(QUESTIONNAIRE, "q-2026-nl").with(INVITATION_STATUS, "SENT");

    private final AccountonChoices choices = AccountonBeans.choices(Map.of());
    private final AccountonBodies bodies = new AccountonBodies(choices);

    @ParameterizedTest
    @CsvSource({"firstNames, firstName, false", "lastName, lastName, false", "email, email, false", "language, language, false", "mobile, mobileNumber, false",
        "responsible, responsibleEmail, false", "rijksregisternummer, nationalNumber, false", "partnerRijksregisternummer, partnerNationalNumber, false", "label, label, false",
        "privateAddress, address, false", "invitationStatus, invitationStatus, true"})
    void a_field_stands_where_the_contract_says(String field, String member, boolean readOnly) {
        assertThat(AccountonTables.table(Kind.PERSON, PartKind.ROOT).orElseThrow().lines()).anySatisfy(line -> {
            assertThat(line.field().name()).isEqualTo(field);
            assertThat(line.member()).isEqualTo(member);
            assertThat(line.readOnly()).isEqualTo(readOnly);
        });
    }

    @Test void there_are_no_organisations_contacts_and_roles() {
        assertThat(AccountonTables.table(Kind.ORGANISATION, PartKind.ROOT)).isEmpty();
        assertThat(AccountonTables.table(Kind.PERSON, PartKind.CONTACT)).isEmpty();
        assertThat(AccountonTables.table(Kind.PERSON, PartKind.ROLE)).isEmpty();
    }

    @Test void a_create_is_an_import_of_one_row_without_what_apply_needs() {
        assertThat(json(bodies.of(write(Step.Action.CREATE, CLIENT, "ADMINPULSE:APR00042"), References.NONE))).isEqualTo(json("""
            {"source": "FILE", "scope": {"mode": "ALL"}, "rows": [{"externalRef": {"system": "ADMINPULSE", "id": "APR00042"},
             "client": {"kind": "person", "firstName": "Çiğdem", "lastName": "'t Kint", "email": "c@mail.example", "language": "nl"}}]}""".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @ParameterizedTest @CsvSource({"ADMIN_CONSULT:77, ADMIN_CONSULT, 77", "FILE:9, FILE, 9", "rij 9: An, FILE, rij 9: An", "TRIBE:1, FILE, TRIBE:1"})
    void a_reference_names_the_system_that_it_is_of_or_is_of_a_file(String text, String system, String id) {
        var row = json(bodies.of(write(Step.Action.CREATE, CLIENT, text), References.NONE)).at("/rows/0/externalRef");

        assertThat(row.path("system").asText()).isEqualTo(system);
        assertThat(row.path("id").asText()).isEqualTo(id);
    }

    @Test void without_a_reference_none_is_sent() {
        assertThat(json(bodies.of(write(Step.Action.CREATE, CLIENT, ""), References.NONE)).at("/rows/0").has("externalRef")).isFalse();
    }

    @Test void apply_names_the_questionnaire_of_the_language_and_invites_only_in_as_many_words() {
        assertThat(json(AccountonBodies.applied("r-1", write(Step.Action.CREATE, CLIENT, "")))).hasToString(
            "{\"add\":{\"rowIds\":[\"r-1\"],\"questionnaireByLanguage\":{\"nl\":\"q-2026-nl\"},\"sendInvitation\":true}}");
        for (var other : List.of(Value.absent(), Value.empty(), INVITATION_STATUS.type().parse("NOT_SENT")))
            assertThat(json(AccountonBodies.applied("r-1", write(Step.Action.CREATE, CLIENT.with(INVITATION_STATUS, other), ""))).at("/add/sendInvitation").asBoolean(true)).isFalse();
    }

    @Test void a_merge_patch_names_what_changed_only_and_every_part_of_an_address() {
        var changed = Values.NONE.with(LABEL, Value.empty()).with(QUESTIONNAIRE, "q").with(PRIVATE_ADDRESS, "street=Markt\nhouseNumber=7\nhuisnummertoevoeging=bis\ncity=Gent");

        assertThat(json(bodies.of(write(Step.Action.UPDATE, changed, ""), References.NONE))).hasToString("{\"label\":null,"
            + "\"address\":{\"street\":\"Markt\",\"houseNumber\":\"7 bis\",\"box\":null,\"postalCode\":null,\"city\":\"Gent\",\"country\":null}}");
    }

    @ParameterizedTest @CsvSource({"7, bis", "12, A", "3, -5", "'', Kavel 3"})
    void what_follows_a_house_number_is_not_lost(String number, String rest) {
        var address = PRIVATE_ADDRESS.type().parse("street=Markt\nhouseNumber=" + number + "\nhuisnummertoevoeging=" + rest + "\ncity=Gent");

        assertThat(AccountonTables.CLIENT.form(PRIVATE_ADDRESS, address)).isEqualTo(address);
    }

    @Test void a_colleague_who_is_no_e_mail_address_is_left_out_with_the_reason() {
        var dialect = new AccountonDialect(References.NONE, choices);

        assertThat(dialect.problems(Kind.PERSON, PartKind.ROOT, RESPONSIBLE, RESPONSIBLE.type().parse("Griet Maes"))).singleElement()
            .satisfies(reason -> assertThat(reason.code()).isEqualTo(ReasonCode.EMAIL_FORMAT));
        assertThat(dialect.problems(Kind.PERSON, PartKind.ROOT, RESPONSIBLE, RESPONSIBLE.type().parse("dossier@kantoor.example"))).isEmpty();
    }

    @Test void what_goes_along_at_birth_is_known_and_kept_as_it_is() {
        var dialect = new AccountonDialect(References.NONE, choices);
        var questionnaire = QUESTIONNAIRE.type().parse("q-2026-nl");

        assertThat(dialect.knows(Kind.PERSON, PartKind.ROOT, QUESTIONNAIRE)).isTrue();
        assertThat(dialect.knows(Kind.ORGANISATION, PartKind.ROOT, QUESTIONNAIRE)).isFalse();
        assertThat((Object) dialect.form(Kind.PERSON, PartKind.ROOT, QUESTIONNAIRE, questionnaire)).isEqualTo(questionnaire);
    }

    /** A reason holds our own words, by the code; what Accounton says besides may hold a number. */
    @Test void a_problem_of_a_row_is_told_by_its_code_alone() throws Exception {
        var problems = JSON.readTree("[{\"field\": \"nationalNumber\", \"code\": \"RRN_CHECKSUM\", \"detail\": \"85073003329 is wrong\"}, {\"field\": \"address/country\", \"code\": \"SOMETHING_NEW\", \"detail\": \"x\"},"
            + " {\"field\": \"questionnaireByLanguage\", \"code\": \"85073003329\"}]");

        var reasons = new AccountonReasons(choices).refused(problems).reasons();

        assertThat(reasons).extracting(reason -> reason.subject()).containsExactly("rijksregisternummer", "privateAddress", "questionnaire");
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.text() + reason.details()).contains("Accounton").doesNotContain("85073003329"));
        assertThat(reasons.get(0).details()).containsKeys("nl", "remedyNl", "remedyEn", "fr", "remedyFr");
        assertThat(reasons.get(1).text()).contains("SOMETHING_NEW");
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Step.Write write(Step.Action action, Values values, String reference) {
        return new Step.Write(Side.TARGET, "", Kind.PERSON, PartKey.ROOT, "", "", "", action, values, Values.NONE, Values.NONE, "", reference, 0);
    }
}
