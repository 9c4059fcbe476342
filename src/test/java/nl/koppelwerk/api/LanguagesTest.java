package nl.koppelwerk.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
        "nl-BE, fr    | nl | Telefoonnummer is aan beide kanten gewijzigd.                        | Kies welke waarde juist is.    | telefoonnummer",
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

    @Test void a_refusal_is_english_and_says_so() {
        LawOffice.as("viewer").header("Accept-Language", "nl").get("/api/v1/relations/0").then().statusCode(404).header("Content-Language", equalTo("en"));
    }

    private static ValidatableResponse get(String language, String path) {
        return LawOffice.as("viewer").header("Accept-Language", language).get(path).then().statusCode(200);
    }
}
