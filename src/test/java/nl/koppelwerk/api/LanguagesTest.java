package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question of one office, read in each language of the hub. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class LanguagesTest {

    @Inject Offices offices;
    private LawOffice office;

    @BeforeEach void there_is_an_office() { office = LawOffice.made(offices); }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "de           | en | Telephone number was changed on both sides.                          | Choose which value is right.   | telephone number",
        "nl-BE, fr    | nl | Telefoonnummer: aan beide kanten gewijzigd.                          | Kies welke waarde juist is.    | telefoonnummer",
        "fr, nl;q=0.9 | fr | Numéro de téléphone : la valeur a été modifiée des deux côtés.       | Choisissez la valeur correcte. | numéro de téléphone"})
    void a_reason_and_a_field_are_told_in_the_language_that_was_asked_for(String asked, String told, String text, String remedy, String label) {
        var explained = get(asked, "/api/v1/relations/" + office.held + "/explain?field=phone");
        var relation = get(asked, "/api/v1/relations/" + office.held);
        var hold = get(asked, "/api/v1/holds?link=" + office.link);

        explained.header("Content-Language", equalTo(told)).header("Vary", containsString("Accept-Language"));
        for (var prefix : new String[] {"reasons.", "decisions[0].reasons."}) {
            var reason = prefix + "find { it.code == 'BOTH_SIDES_CHANGED' }";
            explained.body(reason + ".text", equalTo(text)).body(reason + ".remedy", equalTo(remedy)).body(reason + ".field", equalTo("phone")).body(reason + ".dutch", nullValue());
        }
        relation.body("fields.find { it.field == 'phone' }.label", equalTo(label));
        hold.body("items.find { it.id == '" + office.hold + "' }.reason.text", equalTo(text));
    }

    @Test void a_comparison_names_its_fields() {
        LawOffice.as("viewer").header("Accept-Language", "fr-BE").body("{}").post("/api/v1/relations/{id}/compare", office.held).then().statusCode(200)
            .header("Content-Language", equalTo("fr")).body("fields.find { it.field == 'phone' }.label", equalTo("numéro de téléphone"));
    }

    @Test void the_rulebook_names_its_fields() {
        get("nl", "/api/v1/link-types/compenda-snelstart").body("fields.find { it.field == 'visitAddress' }.label", equalTo("bezoekadres"));
        get("fr", "/api/v1/link-types").body("items.find { it.id == 'compenda-snelstart' }.fields.find { it.field == 'visitAddress' }.label", equalTo("adresse de visite"));
    }

    @Test void the_words_of_the_interface_have_labels() {
        get("nl", "/api/v1/labels").body("language", equalTo("nl")).body("labels.field.rijksregisternummer", equalTo("rijksregisternummer"))
            .body("labels.side.source", equalTo("bron")).body("labels.state.'in-sync'", equalTo("gelijk")).body("labels.bucket.'to-restore'", equalTo("terug te zetten"));
        get("fr", "/api/v1/labels").body("labels.field.ondernemingsnummer", equalTo("numéro d'entreprise"));
    }

    @Test void the_rulebook_speaks_the_language_that_was_asked_for() {
        get("fr", "/api/v1/link-types/compenda-snelstart").body("settings.find { it.name == 'zone' }.sentence", equalTo("Le fuseau horaire de ces heures."))
            .body("fields.find { it.field == 'phone' }.remark", equalTo("c'est le numéro qui compte, pas sa notation")).body("notSynchronised.find { it.what == 'les prospects' }.why", containsString("comptabilité"))
            .body("source.credentials.find { it.name == 'apiKey' }.sentence", containsString("droit de lecture"));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "en | There is no such relation.      | Not found      | kind is initial       | Log in with",
        "nl | Dit is er niet: relatie.        | Niet gevonden  | kind is initial       | Log in met",
        "fr | Introuvable : relation.         | Introuvable    | kind est initial      | Connectez-vous"})
    void a_refusal_is_told_in_the_language_that_was_asked_for(String language, String notThere, String title, String wrongKind, String login) {
        as("viewer", language).get("/api/v1/relations/0").then().statusCode(404).header("Content-Language", equalTo(language)).header("Vary", containsString("Accept-Language"))
            .body("detail", equalTo(notThere)).body("title", equalTo(title));
        as("operator", language).body("{\"kind\": \"every\"}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(422).header("Content-Language", equalTo(language))
            .body("errors[0].code", equalTo("KIND_UNKNOWN")).body("errors[0].detail", containsString(wrongKind));
        given().header("Accept-Language", language).get("/api/v1/links").then().statusCode(401).header("Content-Language", equalTo(language)).body("detail", containsString(login));
    }

    @Test void a_refusal_names_fields_states_and_roles_by_their_labels() {
        as("operator", "nl").body("{\"fields\": {\"email\": \"source\"}}").post("/api/v1/holds/{hold}/resolve", office.hold).then().statusCode(422)
            .body("errors[0].detail", equalTo("De vraag gaat niet over dit veld; ze gaat over: telefoonnummer."));
        as("operator", "fr").post("/api/v1/runs/{run}/pause", office.run).then().statusCode(409).body("detail", equalTo("État du passage : terminé."));
        as("viewer", "nl").body("{}").post("/api/v1/relations/{relation}/sync", office.held).then().statusCode(403).body("detail", equalTo("Hiervoor is de rol bediener in dit kantoor nodig."));
        as("operator", "fr").body("{\"fields\": {\"relationTypes\": \"source\"}}").post("/api/v1/relations/{relation}/resolve", office.held).then().statusCode(422)
            .body("errors[0].detail", startsWith("Types de relation : cette liaison ne tient pas cette donnée à jour."));
    }

    @Test void what_a_program_has_wrong_in_its_json_is_english_and_says_so() {
        as("operator", "nl").body("{\"kind\": 7}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(400).header("Content-Language", equalTo("en"))
            .body("errors[0].pointer", equalTo("/kind")).body("errors[0].detail", equalTo("It has another type: it is a text."));
    }

    @Test void what_a_plan_would_do_is_told_in_the_language_that_was_asked_for() {
        var run = as("operator", "nl").body("{\"kind\": \"restore\", \"at\": \"" + java.time.Instant.now().minusSeconds(1) + "\", \"relation\": \"" + office.quiet + "\"}")
            .post("/api/v1/links/{link}/runs", office.link).then().statusCode(202).extract().<String>path("id");

        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(30)).until(() -> get("en", "/api/v1/runs/" + run).extract().path("state").equals("planned"));

        get("nl", "/api/v1/runs/" + run).body("why", containsString("er wordt niets geschreven voordat het wordt toegepast"));
        get("fr", "/api/v1/runs/" + run).body("why", containsString("rien n'est écrit avant l'application"));
    }

    @Test void a_question_has_the_labels_of_what_it_asks_about() {
        get("nl", "/api/v1/holds?link=" + office.link).body("items.find { it.id == '" + office.hold + "' }.labels.phone", equalTo("telefoonnummer"));
    }

    private static RequestSpecification as(String user, String language) { return LawOffice.as(user).header("Accept-Language", language); }

    private static ValidatableResponse get(String language, String path) {
        return LawOffice.as("viewer").header("Accept-Language", language).get(path).then().statusCode(200);
    }
}
