package nl.koppelwerk.flow;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a sheet of clients to the four buckets of its preview. */
class SheetPreviewTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HEADER = "voornaam;naam;e-mail;taal;Nr;kleur\n";
    private static final String AN = "An;Peeters;an@nieuw.example;nl;85.07.30-034.27;rood\n";
    private static final String JAN = "Jan;Sørensen;jan@mail.example;fr;93051822361;\n";
    private static final String PIET = "Piet;Çelik;geen;nl;85073003329;\n";

    private final Hub hub = Hub.startedForSheets();
    private final Imports imports = hub.ledger.port(Imports.class);
    private final Plans plans = hub.ledger.port(Plans.class);
    private final String link = hub.aLinkOfSheets();

    @AfterEach void stop() { hub.close(); }

    @Test
    @Requirement({"IM-01", "IM-02", "IM-10", "IM-11", "IM-13", "IM-16"})
    void a_preview_is_of_those_who_stand_in_the_newest_sheet() throws IOException {
        assertThat(hub.activation.activate(link, "admin").get(Side.SOURCE)).hasSize(5).allMatch(check -> check.well());
        await().atMost(LIMIT).until(() -> hub.runs.of(link, "", 9).stream().allMatch(run -> run.state() == Runs.State.DONE));
        dossier("T-1", "An", "Peeters", "85073003427");
        dossier("T-2", "Els", "Maes", "85073003328");
        brought(HEADER + AN + JAN + PIET + ";;;nl;;\n");

        var first = previewed();

        assertThat(plans.buckets(first)).isEqualTo(Map.of(Bucket.DUPLICATE, 1, Bucket.ONLY_IN_IMPORT, 1, Bucket.INVALID, 1, Bucket.ONLY_IN_TARGET, 1));
        assertThat(item(first, Bucket.DUPLICATE).plan().fields()).extracting(field -> field.field().name()).containsExactly("email");
        assertThat(item(first, Bucket.INVALID).plan().reasons()).extracting(Reason::code).containsExactlyInAnyOrder(ReasonCode.EMAIL_FORMAT, ReasonCode.RRN_CHECK);

        brought(HEADER + JAN);

        var second = previewed();
        assertThat(plans.buckets(second)).isEqualTo(Map.of(Bucket.ONLY_IN_IMPORT, 1, Bucket.ONLY_IN_TARGET, 2));
        assertThat(item(second, Bucket.ONLY_IN_IMPORT).plan().fields()).extracting(field -> field.value().text()).contains("Sørensen");
        assertThat(hub.target.writes).isEmpty();
        assertThat(hub.runs.of(link, "", 99)).filteredOn(run -> run.kind() == Runs.Kind.READ).hasSize(2)
            .allSatisfy(run -> assertThat(run.why()).as("nobody is missing in what lists nobody").isEmpty());
    }

    /** One row is one declaration, and half of those that name a partner name an elder one. */
    @Test
    @Requirement({"IM-10", "IM-91"})
    void a_couple_is_one_dossier_by_the_elder_who_has_a_row_and_else_by_the_younger() throws IOException {
        hub.activation.activate(link, "admin");
        await().atMost(LIMIT).until(() -> hub.runs.of(link, "", 9).stream().allMatch(run -> run.state() == Runs.State.DONE));
        brought("voornaam;naam;e-mail;taal;rijksregisternummer;rijksregisternummer partner\nAn;Peeters;an@mail.example;nl;85073003427;90010100123\n"
            + "Rik;Maes;rik@mail.example;nl;90010100123;85073003427\nJan;Claes;jan@mail.example;nl;93051822361;85073003328\n");

        assertThat(plans.items(previewed(), null, "", 9)).allSatisfy(item -> assertThat(item.plan().bucket()).isEqualTo(Bucket.ONLY_IN_IMPORT))
            .extracting(item -> item.plan().shown().source().get(FIRST_NAMES).text()).containsExactlyInAnyOrder("An", "Jan");
    }

    private void dossier(String id, String first, String last, String number) {
        hub.target.records.put(id, new Relation(Kind.PERSON, Values.NONE.with(FIRST_NAMES, first).with(LAST_NAME, last).with(EMAIL, "oud@mail.example").with(LANGUAGE, "nl")
            .with(RIJKSREGISTERNUMMER, number), List.of()));
    }

    private void brought(String sheet) throws IOException {
        var run = imports.begin(link, "klanten.csv", new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)), "anna");
        await().atMost(LIMIT).until(() -> hub.runs.find(run.id()).orElseThrow().state() == Runs.State.DONE);
    }

    private String previewed() {
        var sheet = hub.runs.of(link, "", 99).stream().filter(run -> run.kind() == Runs.Kind.IMPORT).reduce((one, later) -> later).orElseThrow();
        var reads = hub.runs.start(link, Runs.Kind.READ, "anna");
        var preview = plans.begin(link, new Asked(new Preview(Set.of(), reads.id(), sheet.startedAt(), true), ""), "anna");
        await().atMost(LIMIT).until(() -> hub.runs.find(preview.id()).orElseThrow().state() == Runs.State.PLANNED);
        return preview.id();
    }

    private Plans.Item item(String run, Bucket bucket) { return plans.items(run, bucket, "", 9).get(0); }
}
