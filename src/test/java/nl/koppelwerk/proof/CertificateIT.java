package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class CertificateIT {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    /** What the stand-in invents: three in four relations are of a type that crosses. */
    private static final double RELATIONS_FOR_A_PAIR = 1.35;

    @TempDir
    Path folder;
    private Scene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void a_certificate_costs_pages_and_the_next_one_names_each_character_that_was_changed_behind_the_hubs_back() {
        scene = Scene.of(folder, (int) (Sizes.pairs() * RELATIONS_FOR_A_PAIR), Map.of("KOPPELWERK_POLL_INTERVAL", "PT6H", "KOPPELWERK_SWEEP_INTERVAL", "PT6H"));
        scene.api().awaitRun(scene.begin(), LIMIT);
        scene.link().awaitQuiet(LIMIT);
        var held = scene.link().compare();

        var first = certificate("after the initial run");

        assertThat(held.differences()).isEmpty();
        assertThat(first.path("pairs").asInt()).as("by what both vendors export").isEqualTo(held.wanted()).isGreaterThanOrEqualTo(Sizes.pairs());
        var refused = scene.paired("BEDRIJF").stream().filter(one -> !isSound(one)).map(one -> id(one) + " kvkNummer KVK_FORMAT").toList();
        assertThat(named("differs")).as("numbers that are none do not cross").containsExactlyInAnyOrderElementsOf(refused);
        assertThat(first.path("equal").asInt()).isEqualTo(held.wanted() - refused.size());
        assertThat(writes()).isZero();
        assertThat(vendorCalls()).as("pages, not roots").isLessThan(Sizes.pairs() / 2);

        var second = certificate("again, and nothing has changed");

        assertThat(second.path("sum").asText()).isEqualTo(first.path("sum").asText());
        assertThat(scene.api().changesSince(scene.link().id())).isEmpty();

        var ids = scene.tribeIds();
        var companies = scene.paired("BEDRIJF").stream().filter(CertificateIT::isSound).toList();
        var atTribe = companies.get(3);
        var atSource = scene.paired("PARTICULIER").get(3);
        var atBoth = companies.get(7);
        scene.vendors().editSilently(Vendors.TRIBE, ids.get(id(atTribe)), Map.of("Name", atTribe.get("bedrijfsnaam").asText() + "x"));
        scene.vendors().editSilently(Vendors.AC, id(atSource), Map.of("naam", atSource.get("naam").asText() + "x"));
        scene.vendors().editSilently(Vendors.AC, id(atBoth), Map.of("bedrijfsnaam", atBoth.get("bedrijfsnaam").asText() + "x"));
        scene.vendors().editSilently(Vendors.TRIBE, ids.get(id(atBoth)), Map.of("Name", atBoth.get("bedrijfsnaam").asText() + "y"));

        var third = certificate("one character changed in Tribe, one in AdvocaatCentraal, one otherwise on either side");

        assertThat(third.path("sum").asText()).isNotEqualTo(first.path("sum").asText());
        assertThat(named("repaired")).containsExactlyInAnyOrder(id(atTribe) + " name AdvocaatCentraal", id(atSource) + " lastName Tribe CRM");
        assertThat(named("differs")).filteredOn(one -> !refused.contains(one)).containsExactly(id(atBoth) + " name BOTH_SIDES_CHANGED");
        assertThat(third.path("equal").asInt()).isEqualTo(held.wanted() - refused.size() - 1);
        assertThat(third.path("unread").asInt()).isZero();

        scene.vendors().forgetCalls();
        assertThat(scene.api().changesSince(scene.link().id())).isEmpty();
        assertThat(vendorCalls()).as("asking for a certificate asks no vendor").isZero();
    }

    private JsonNode certificate(String when) {
        scene.vendors().forgetCalls();
        var began = System.nanoTime();
        scene.api().awaitRun(scene.api().verify(scene.link().id()), LIMIT);
        var seconds = (System.nanoTime() - began) / 1e9;
        var certificate = scene.api().certificate(scene.link().id());
        System.out.printf("certificate %s: %.1f s, %d calls %s%n%s%n", when, seconds, vendorCalls(), calls(), certificate);
        List.of("differs", "repaired", "unread").forEach(kind -> named(kind).forEach(one -> System.out.println("  " + kind + " " + one)));
        return certificate;
    }

    private int vendorCalls() {
        return scene.vendors().count("system=advocaatcentraal") + scene.vendors().count("system=tribe");
    }

    private String calls() {
        return StreamSupport.stream(scene.vendors().calls("").path("counts").spliterator(), false)
                .map(one -> one.path("count").asInt() + " " + one.path("method").asText() + " " + one.path("system").asText() + " " + one.path("set").asText()).collect(Collectors.joining(", ", "(", ")"));
    }

    private int writes() {
        return scene.vendors().count("system=tribe&method=PUT") + scene.vendors().count("system=tribe&method=POST&pathContains=odata")
                + scene.vendors().count("system=advocaatcentraal&method=PATCH");
    }

    /** The source's id, the fields, and where it was written or why it differs. */
    private List<String> named(String kind) {
        return scene.api().exceptions(scene.link().id(), kind).stream().map(one -> one.path("source").path("id").asText() + " " + texts(one.path("fields"), "") + " " + why(one)).toList();
    }

    private static String why(JsonNode exception) {
        var told = new TreeSet<String>();
        for (var reason : exception.path("reasons")) {
            var text = reason.path("text").asText();
            told.add(reason.path("code").asText().equals("WRITTEN_SINCE") ? text.replaceAll(".*was written in (.*) since the run began\\.", "$1") : reason.path("code").asText());
        }
        return String.join(" ", told);
    }

    private static String texts(JsonNode array, String none) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).reduce((one, other) -> one + " " + other).orElse(none);
    }

    /** What it has as its KvK number is one. */
    private static boolean isSound(JsonNode company) {
        return Wording.text(company.path("kvk")).isEmpty() || !Wording.kvk(company.path("kvk")).isEmpty();
    }

    private static String id(JsonNode relation) {
        return relation.get("id").asText();
    }
}
