package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class EditsTravelIT {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int LOOKS = 10;

    @TempDir
    static Path folder;
    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.settled(folder, 100, Map.of("KOPPELWERK_POLL_INTERVAL", POLL.toString()));
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement("AC-25")
    void an_edit_in_Tribe_is_in_AdvocaatCentraal_within_two_seconds() {
        var source = source("BEDRIJF", 0);
        var began = System.nanoTime();

        scene.vendors().edit(Vendors.TRIBE, tribe(source), Map.of("PhoneNumber", "+31 20 765 4321"));

        await("the edit arrives").atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(20))
                .until(() -> Wording.phone(ac(source).path("telefoonnummer")).equals("31207654321"));
        System.out.println("Tribe to AdvocaatCentraal in " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    @Test
    @Requirement("AC-23")
    void an_edit_in_AdvocaatCentraal_is_in_Tribe_within_a_poll() {
        var source = source("PARTICULIER", 0);
        var tribe = tribe(source);
        var began = System.nanoTime();

        scene.vendors().edit(Vendors.AC, source, Map.of("naam", "Çelik-van 't Hoff"));

        await("the edit arrives").atMost(POLL.plusSeconds(10)).until(() -> scene.vendors().record(Vendors.TRIBE, tribe).path("LastName").asText().equals("Çelik-van 't Hoff"));
        System.out.println("AdvocaatCentraal to Tribe in " + (System.nanoTime() - began) / 1_000_000 + " ms, polled every " + POLL);
    }

    @Test
    @Requirement("AC-92")
    void edits_on_both_sides_are_merged_and_a_clash_waits_with_both_values_until_it_is_resolved() {
        var source = source("BEDRIJF", 1);
        var tribe = tribe(source);
        scene.api().pause(scene.link().id());

        scene.vendors().edit(Vendors.AC, source, Map.of("bedrijfsnaam", "Sørensen & Zonen B.V.", "website", "https://ac.example"));
        scene.vendors().edit(Vendors.TRIBE, tribe, Map.of("EmailAddress", "nieuw@tribe.example", "Website", "https://tribe.example"));
        scene.api().resume(scene.link().id());

        await("what does not clash is merged").atMost(POLL.plusSeconds(25)).until(() -> ac(source).path("email").asText().equals("nieuw@tribe.example")
                && scene.vendors().record(Vendors.TRIBE, tribe).path("Name").asText().equals("Sørensen & Zonen B.V."));
        var relation = relation(source);
        await("the clash is held").atMost(Duration.ofSeconds(30)).until(() -> scene.api().relation(relation).state().equals("held"));
        assertThat(scene.api().holds().toString()).contains("ac.example", "tribe.example");
        assertThat(ac(source).path("website").asText()).isEqualTo("https://ac.example");

        scene.api().relation(relation).resolve(Map.of("website", "target"));

        await("both are equal").atMost(Duration.ofSeconds(30)).until(() -> ac(source).path("website").asText().equals("https://tribe.example"));
        await("nothing is held").atMost(Duration.ofSeconds(30)).until(() -> scene.api().relation(relation).state().equals("in-sync"));
    }

    @Test
    @Requirement({"AC-58", "AC-90"})
    void a_private_mobile_of_its_own_survives_ten_looks() {
        var company = scene.paired("BEDRIJF").stream().filter(EditsTravelIT::hasMobile).findFirst().orElseThrow();
        var source = company.get("id").asText();
        var contact = contactWithMobile(company);
        var mobile = contact.get("mobiel").asText();
        var person = person(source, contact);

        scene.vendors().edit(Vendors.TRIBE, person, Map.of("MobilePhoneNumber", "+31612345678"));

        var relation = relation(source);
        for (var look = 0; look < LOOKS; look++) {
            var reads = reads(source);
            scene.api().relation(relation).sync();
            await("a look").atMost(Duration.ofSeconds(30)).until(() -> reads(source) > reads);
            scene.link().awaitQuiet(Duration.ofSeconds(60));
        }
        assertThat(Wording.phone(scene.vendors().record(Vendors.TRIBE, person).path("MobilePhoneNumber"))).isEqualTo("31612345678");
        assertThat(contactWithMobile(ac(source)).get("mobiel").asText()).isEqualTo(mobile);
    }

    private static int reads(String source) {
        return scene.vendors().count("system=advocaatcentraal&method=GET&pathContains=" + source)
                + scene.vendors().count("system=tribe&method=GET&pathContains=" + tribe(source));
    }

    private static boolean hasMobile(JsonNode company) {
        return contactWithMobile(company) != null;
    }

    private static JsonNode contactWithMobile(JsonNode company) {
        for (var contact : company.path("contactpersonen")) {
            if (contact.hasNonNull("mobiel")) {
                return contact;
            }
        }
        return null;
    }

    private static String person(String source, JsonNode contact) {
        var records = new TribeRecords(scene.vendors().export(Vendors.TRIBE));
        return records.contacts(records.roots().get(source).get(0)).stream().map(one -> records.follow(one, "Person"))
                .filter(one -> one.path("LastName").asText().equals(contact.get("achternaam").asText())).findFirst().orElseThrow().get("ID").asText();
    }

    private static String source(String kind, int number) {
        return scene.paired(kind).get(number).get("id").asText();
    }

    private static String tribe(String source) {
        return scene.link().inTribe(source).get("ID").asText();
    }

    private static String relation(String source) {
        return scene.api().bySource(scene.link().id(), source).get("id").asText();
    }

    private static JsonNode ac(String source) {
        return scene.vendors().record(Vendors.AC, source);
    }
}
